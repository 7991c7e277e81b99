"""The archival description of a record: one module for each fact of ISAD(G).

`description` puts them together; `metadata` joins what people say of the record.
"""
