declare default element namespace 'http://www.tei-c.org/ns/1.0';
for $speaker in db:open('talks')//person[@role = 'speaker']
let $turns := root($speaker)//u[@who = '#' || $speaker/@xml:id]
return $speaker/persName[1] || ': ' || count($turns)
