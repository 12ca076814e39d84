-- Asking for recovery without calling (R42): what was asked, until the code of it comes back or an hour has passed.

CREATE TABLE recovery_request (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  -- The screen that asked. A name may stand in two organisations: two requests, one screen.
  token_hash text NOT NULL,
  symptom text NOT NULL,
  over text NOT NULL,
  contact_point_id uuid NOT NULL,
  -- The newest code: what it is derived from, and what was entered instead of it.
  number int NOT NULL,
  digits int NOT NULL,
  sent_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  wrong_entries int NOT NULL,
  created_at timestamptz(3) NOT NULL,
  answered_at timestamptz(3),
  ended_at timestamptz(3)
);
CREATE INDEX recovery_request_token_hash_idx ON recovery_request (token_hash);
CREATE INDEX recovery_request_created_at_idx ON recovery_request (created_at);
ALTER TABLE recovery_request ADD CHECK (over IN ('email','sms'));
ALTER TABLE recovery_request ADD CHECK (digits BETWEEN 6 AND 8);
ALTER TABLE recovery_request ADD CHECK (expires_at <= sent_at + interval '10 minutes');

ALTER TABLE recovery_request ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON recovery_request USING (organisation_id = ANY ((SELECT regain_scope())::uuid[]));
-- After its hour it is gone, unseen; before it not even in a scope.
CREATE POLICY forget ON recovery_request FOR DELETE TO regain_worker
  USING (created_at <= (SELECT desk_now()) - interval '1 hour');
CREATE POLICY not_before ON recovery_request AS RESTRICTIVE FOR DELETE TO regain_worker
  USING (created_at <= (SELECT desk_now()) - interval '1 hour');
GRANT SELECT ON recovery_request TO regain_lookup;
CREATE POLICY lookup ON recovery_request FOR SELECT TO regain_lookup USING (true);

GRANT SELECT, INSERT ON recovery_request TO regain_web;
GRANT UPDATE (contact_point_id, number, digits, sent_at, expires_at, wrong_entries, answered_at, ended_at)
  ON recovery_request TO regain_web;
GRANT SELECT, DELETE ON recovery_request TO regain_worker;

-- Before a scope is known: ids only. A name that is somebody's without a password, too: it is what imported accounts have.
CREATE FUNCTION lookup_account_named(name text) RETURNS TABLE (account_id uuid, organisation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.id, a.organisation_id FROM account a WHERE a.sign_in = name ORDER BY a.disabled, a.id LIMIT 2 $$;
CREATE FUNCTION lookup_recovery_request(hash text) RETURNS TABLE (request_id uuid, account_id uuid, organisation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT r.id, r.account_id, r.organisation_id FROM recovery_request r
  WHERE r.token_hash = hash AND r.created_at > desk_now() - interval '1 hour' ORDER BY r.id LIMIT 2 $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['lookup_account_named(text)','lookup_recovery_request(text)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO regain_web', f);
    EXECUTE format('ALTER FUNCTION %s OWNER TO regain_lookup', f);
  END LOOP;
END $$;

-- Its code, a message that belongs to no case. Whatever other kinds there are by now stay.
DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT conname, pg_get_constraintdef(oid) AS def FROM pg_constraint
    WHERE conrelid = 'effect'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%''tell-account''::text%'
  LOOP
    EXECUTE format('ALTER TABLE effect DROP CONSTRAINT %I', c.conname);
    EXECUTE format('ALTER TABLE effect ADD CONSTRAINT %I %s', c.conname,
      replace(c.def, '''tell-account''::text', '''tell-account''::text, ''send-request-code''::text'));
  END LOOP;
END $$;

-- Where the account holder asked for the case, nobody of the desk opened it: the first of the staff to act in it counts
-- as its opener (R20), here as in `evolve`. Until somebody acted there is none, and then nobody can have approved.
ALTER TABLE recovery_case ALTER COLUMN opened_by DROP NOT NULL;

CREATE FUNCTION opener_of(of_case uuid) RETURNS jsonb LANGUAGE sql STABLE AS $$
  SELECT coalesce(
    (SELECT e.data->'openedBy' FROM public.event e WHERE e.case_id = of_case AND e.type = 'case-opened'
     ORDER BY e.number LIMIT 1),
    (SELECT jsonb_build_object('staffId', e.actor->>'id', 'personId', e.actor->>'personId')
     FROM public.event e WHERE e.case_id = of_case AND e.actor->>'kind' = 'staff'
       -- What follows from an approver's yes by itself is no act.
       AND e.type NOT IN ('approval-given','wait-planned','notice-queued','enrolment-opened','steps-dropped',
         'plan-grew-heavier')
       AND NOT (e.type = 'wait-started' AND e.data->>'by' IS NULL)
     ORDER BY e.number LIMIT 1)) $$;
REVOKE ALL ON FUNCTION opener_of(uuid) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION opener_of(uuid) TO regain_web, regain_worker;

-- Only who the opener is changes; the rest of the floor stays word for word as it is by now.
DO $$
DECLARE
  floor text := pg_get_functiondef('keep_floor()'::regprocedure);
  before text := 'SELECT h.data->''openedBy'' AS who FROM history h WHERE h.type = ''case-opened'' ORDER BY h.number LIMIT 1';
BEGIN
  IF position(before IN floor) = 0 THEN RAISE EXCEPTION 'keep_floor() does not name the opener as expected'; END IF;
  EXECUTE replace(floor, before, 'SELECT public.opener_of(NEW.id) AS who');
END $$;
