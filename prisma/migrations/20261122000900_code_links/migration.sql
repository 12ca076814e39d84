-- "I did not ask for this", in every message with a code: what its link, or the code to type beside it, is about.

CREATE TABLE code_link (
  hash text PRIMARY KEY,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  -- None where the code went to an address that is not on file yet.
  contact_point_id uuid,
  -- What the code was for: ids only.
  about jsonb NOT NULL,
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX code_link_created_at_idx ON code_link (created_at);
ALTER TABLE code_link ADD CHECK (about->>'kind' IN ('challenge','sign-in','confirming','enrolment','request'));

ALTER TABLE code_link ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON code_link USING (organisation_id = ANY ((SELECT regain_scope())::uuid[]));
-- Forgotten when nobody can be expected to act on it any more, and not a day before: not even in a scope.
CREATE POLICY forget ON code_link FOR DELETE TO regain_worker
  USING (created_at <= (SELECT desk_now()) - interval '30 days');
CREATE POLICY not_before ON code_link AS RESTRICTIVE FOR DELETE TO regain_worker
  USING (created_at <= (SELECT desk_now()) - interval '30 days');
GRANT SELECT ON code_link TO regain_lookup;
CREATE POLICY lookup ON code_link FOR SELECT TO regain_lookup USING (true);

GRANT SELECT, INSERT, DELETE ON code_link TO regain_worker;

-- Before a scope is known. What is to be forgotten is not found either, whenever the sweep comes by.
CREATE FUNCTION lookup_code_link(link_hash text) RETURNS TABLE (organisation_id uuid, account_id uuid,
  contact_point_id uuid, about jsonb)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.organisation_id, l.account_id, l.contact_point_id, l.about FROM code_link l
  WHERE l.hash = link_hash AND l.created_at > desk_now() - interval '30 days' $$;
REVOKE ALL ON FUNCTION lookup_code_link(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lookup_code_link(text) TO regain_web;
ALTER FUNCTION lookup_code_link(text) OWNER TO regain_lookup;
