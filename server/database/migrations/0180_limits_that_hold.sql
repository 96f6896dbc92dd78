-- Where a decision stands among what we did, so that taking it back takes back both; and what somebody has said yes to, for their month.
alter table decisions add column act_id id;
create index decisions_answered on decisions (answered_by_id, kind, unit, answered_at) where answered_by_id is not null;
create index acts_by_id on acts (id);
