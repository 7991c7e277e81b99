xquery version "3.1";

(:~
 : What the facets of a record hold. Nothing is guessed: a record that does not
 : state a date or an archive has no such facet.
 :)
module namespace index = "urn:tei-encoder:index";

declare namespace tei = "http://www.tei-c.org/ns/1.0";

(:~ Who speaks in a turn: names as the header prefers them, else as they are printed. :)
declare function index:speaker($turn as element()) as xs:string* {
    let $known :=
        for $pointer in tokenize($turn/@who, "\s+")[. ne ""]
        return index:name($turn, substring-after($pointer, "#"))
    return
        if (exists($known)) then distinct-values($known)
        else index:plain($turn/tei:speaker[1])
};

(:~ All who speak in a record. :)
declare function index:speakers($record as element(tei:TEI)) as xs:string* {
    distinct-values(($record//tei:u | $record//tei:sp) ! index:speaker(.))
};

(:~ The date of the conversation as it is stated, or the first day of a stretch. :)
declare function index:when($node as element()) as xs:string? {
    let $profile := index:header($node)/tei:profileDesc
    let $date := (
        $profile/tei:settingDesc/tei:setting/tei:date, $profile/tei:creation/tei:date
    )
    return ($date/(@when, @from, @notBefore))[1] ! string(.)
};

(:~ The same as year, month and day, as far as it goes. :)
declare function index:date($node as element()) as xs:string* {
    tokenize(replace(index:when($node), "T.*$", ""), "-")[. ne ""]
};

(:~ Memorandum, minutes, interview and the like, as the record says. :)
declare function index:record-types($record as element(tei:TEI)) as xs:string* {
    let $class := index:header($record)/tei:profileDesc/tei:textClass
    return distinct-values(
        $class/tei:keywords/tei:term[@type = "record-type"] ! index:plain(.)
    )
};

(:~ Where the original is kept. :)
declare function index:archives($record as element(tei:TEI)) as xs:string* {
    let $sources := index:header($record)/tei:fileDesc/tei:sourceDesc
    return distinct-values($sources//tei:msIdentifier/tei:repository ! index:plain(.))
};

(:~ Who made the record possible: of the file, and of its source. :)
declare function index:donors($record as element(tei:TEI)) as xs:string* {
    let $file := index:header($record)/tei:fileDesc
    return distinct-values(
        ($file/tei:titleStmt/tei:funder, $file/tei:titleStmt/tei:sponsor,
         $file/tei:sourceDesc//tei:funder, $file/tei:sourceDesc//tei:sponsor)
        ! index:plain(.)
    )
};

(:~ The first title of the record. :)
declare function index:title($record as element(tei:TEI)) as xs:string? {
    index:header($record)/tei:fileDesc/tei:titleStmt/tei:title[1] ! index:plain(.)
};

declare %private function index:header($node as element()) as element()? {
    $node/ancestor-or-self::tei:TEI[1]/tei:teiHeader
};

declare %private function index:name($turn as element(), $id as xs:string) as xs:string? {
    let $who := $turn/ancestor::tei:TEI[1]//(tei:person | tei:personGrp | tei:org)
        [@xml:id = $id]
    return ($who/(tei:persName | tei:orgName | tei:name), $who)[1] ! index:plain(.)
};

declare %private function index:plain($node as node()?) as xs:string? {
    normalize-space($node)[. ne ""]
};
