-- A framework reply may be one teammate's own.
alter table frameworks add column owner_id id;
