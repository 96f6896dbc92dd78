-- What is said to everybody of an incident points at one that is there.
update status_reports set incident_id = null
  where incident_id is not null and not exists (select 1 from incidents i where i.id = status_reports.incident_id);
update statements set incident_id = null
  where incident_id is not null and not exists (select 1 from incidents i where i.id = statements.incident_id);
alter table status_reports add foreign key (incident_id) references incidents on delete set null;
alter table statements add foreign key (incident_id) references incidents on delete set null;
create index statements_incident on statements (incident_id) where incident_id is not null;
