-- What was set up in a case goes 60 days after its end: a no is heard until 30 days after it, and a decision about that
-- may take its time. Until it was made, and until what follows from it was done, nothing goes: the addresses and the
-- password from before the case stand nowhere else.

-- Seen without a scope, so it says nothing but whether the case is long over.
CREATE FUNCTION lookup_long_over(of_case uuid) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM recovery_case c WHERE c.id = of_case AND c.status_group = 'done'
    AND c.ended_at <= (SELECT desk_now()) - interval '60 days'
    AND NOT EXISTS (SELECT FROM jsonb_array_elements(c.state->'steps') AS step
      WHERE step->>'status' IN ('pending','claimed','unknown'))) $$;
REVOKE ALL ON FUNCTION lookup_long_over(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lookup_long_over(uuid) TO regain_worker;
ALTER FUNCTION lookup_long_over(uuid) OWNER TO regain_lookup;

-- What is set up is older than the end of its case: its own age comes first, which costs no look-up.
CREATE INDEX case_setting_created_at_idx ON case_setting (created_at);
CREATE POLICY forget ON case_setting FOR DELETE TO regain_worker
  USING (created_at <= (SELECT desk_now()) - interval '60 days' AND lookup_long_over(case_id));
-- In a scope too, where the wall alone would let the worker delete those of an open case.
CREATE POLICY not_before ON case_setting AS RESTRICTIVE FOR DELETE TO regain_worker
  USING (created_at <= (SELECT desk_now()) - interval '60 days' AND lookup_long_over(case_id));
GRANT DELETE ON case_setting TO regain_worker;
