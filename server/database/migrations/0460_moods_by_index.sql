-- while working
-- Whose words showed something strongly is few, and looked for among all that was ever done: a walk through a million conversations asked each of
-- them. One for each word a list may be narrowed by (contract/filters.ts, `mood`), spelt as the list asks for it.
create index concurrently if not exists readings_upset on readings (conversation_id) where (signals ->> 'upset')::float >= 0.5;
create index concurrently if not exists readings_urgent on readings (conversation_id) where (signals ->> 'urgent')::float >= 0.5;
create index concurrently if not exists readings_leaving on readings (conversation_id) where (signals ->> 'leaving')::float >= 0.5;
create index concurrently if not exists readings_failure on readings (conversation_id) where (signals ->> 'failure')::float >= 0.5;
create index concurrently if not exists readings_thanks on readings (conversation_id) where (signals ->> 'thanks')::float >= 0.5;
create index concurrently if not exists readings_praise on readings (conversation_id) where (signals ->> 'praise')::float >= 0.5;
