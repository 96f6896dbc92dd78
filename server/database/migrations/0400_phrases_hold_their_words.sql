-- The words of phrases one by one. Numbers of pairs are shared by chance: at a million conversations some twenty thousand letters have all those
-- of a phrase and not the phrase, and the page of each was read to find out. Hardly any of them has all its words as well (docs/decisions/0027).
create function letter_spoken(phrases text[]) returns tsquery language sql stable parallel safe as $$
  select coalesce(string_agg('(' || part::text || ')', ' & '), '')::tsquery
  from unnest(phrases) phrase, plainto_tsquery('pg_catalog.simple', public.letter_fold(phrase)) part where numnode(part) > 0
$$;

-- A list of a company's people walked through all people.
create index customers_company on customers (lower(company)) where company is not null;
