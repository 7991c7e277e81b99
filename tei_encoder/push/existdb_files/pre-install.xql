xquery version "3.1";

(: Stores the index configuration before the records, so that they are indexed by it. :)

declare variable $dir external;
declare variable $target external;

let $config := fold-left(
    tokenize("system/config" || $target, "/"), "/db",
    function($parent, $name) { xmldb:create-collection($parent, $name) }
)
return xmldb:store-files-from-pattern($config, $dir, "collection.xconf")
