-- Every try to hand a message to a route, and what became of it later. Never the text, the code or the address (R45).

CREATE TABLE message_attempt (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  case_id uuid,
  -- None where staff are told.
  contact_point_id uuid,
  effect_id uuid NOT NULL,
  channel text NOT NULL,
  route text NOT NULL,
  -- What the other side calls it, where that is not the id of this row.
  reference text,
  at timestamptz(3) NOT NULL,
  -- None while it is under way, or when the process died before the answer came.
  outcome text,
  reason text,
  reported text,
  reported_at timestamptz(3)
);
CREATE INDEX message_attempt_effect_id_idx ON message_attempt (effect_id);
CREATE INDEX message_attempt_contact_point_id_at_idx ON message_attempt (contact_point_id, at);
CREATE INDEX message_attempt_reference_idx ON message_attempt (reference);

ALTER TABLE message_attempt ADD CHECK (channel IN ('mail','sms','voice'));
ALTER TABLE message_attempt ADD CHECK (outcome IN ('accepted','refused','failed'));
ALTER TABLE message_attempt ADD CHECK (reported IN ('under-way','delivered','unanswered','undeliverable'));
ALTER TABLE message_attempt ADD CHECK ((reported IS NULL) = (reported_at IS NULL));

ALTER TABLE message_attempt ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON message_attempt USING (organisation_id = ANY ((SELECT regain_scope())::uuid[]));
CREATE POLICY lookup ON message_attempt FOR SELECT TO regain_lookup USING (true);
GRANT SELECT ON message_attempt TO regain_lookup;

-- Who sends writes the try and its outcome; a report is written by whoever hears it.
GRANT SELECT, INSERT ON message_attempt TO regain_worker;
GRANT UPDATE (reference, outcome, reason, reported, reported_at) ON message_attempt TO regain_worker;
GRANT SELECT ON message_attempt TO regain_web;
GRANT UPDATE (reported, reported_at) ON message_attempt TO regain_web;

-- A report names the try by its id, or as the other side calls it; a mail has the same name at every try, and the last
-- that was taken is meant.
CREATE FUNCTION lookup_attempt(named text) RETURNS TABLE (attempt_id uuid, organisation_id uuid, channel text,
  route text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT m.id, m.organisation_id, m.channel, m.route FROM message_attempt m
  WHERE m.id = CASE WHEN named ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN named::uuid END
    OR m.reference = named
  ORDER BY (m.outcome = 'accepted') DESC NULLS LAST, m.at DESC LIMIT 1 $$;
REVOKE ALL ON FUNCTION lookup_attempt(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION lookup_attempt(text) TO regain_web;
ALTER FUNCTION lookup_attempt(text) OWNER TO regain_lookup;
