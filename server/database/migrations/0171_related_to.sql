-- Every merge and put-back leads links of these on; without this it would read the whole table.
create index conversations_related on conversations (related_to) where related_to is not null;
