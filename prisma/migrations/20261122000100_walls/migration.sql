-- Row-level security, grants, look-ups, the clock and the floor. The roles exist before this runs.

-- 1. Values that only some words may take: text with a CHECK, because enum equality is not leakproof
--    and would keep every list from its index under row-level security.
ALTER TABLE recovery_case ADD CHECK (status IN ('collecting','awaiting-approval','waiting','paused',
  'executing','completed','solved','cancelled','declined','vetoed','expired','stuck'));
ALTER TABLE recovery_case ADD CHECK (status_group IN ('todo','waiting','done'));
ALTER TABLE membership ADD CHECK (role IN ('agent','functional-administrator','auditor','stand-in'));
ALTER TABLE contact_point ADD CHECK (kind IN ('email','phone'));
ALTER TABLE contact_point ADD CHECK (address = lower(address));
ALTER TABLE account ADD CHECK (sign_in = lower(sign_in));
ALTER TABLE staff_member ADD CHECK (sign_in = lower(sign_in));
ALTER TABLE factor ADD CHECK (kind IN ('sms','voice','email-code','authenticator-app','push',
  'security-key','backup-codes','temporary-pass'));
ALTER TABLE effect ADD CHECK (status IN ('pending','claimed','done','dropped','failed'));
ALTER TABLE effect ADD CHECK (kind IN ('send-code','send-notice','tell-staff','step'));
ALTER TABLE alarm ADD CHECK (subject IN ('case','account'));
ALTER TABLE event ADD CHECK (result IN ('done','refused'));
ALTER TABLE event ADD CHECK ((case_id IS NULL) = (number IS NULL));
ALTER TABLE account_word ALTER COLUMN word TYPE text COLLATE "C";

-- 2. The one clock.
INSERT INTO desk (id) VALUES (1);
ALTER TABLE desk ADD CHECK (id = 1);
ALTER TABLE desk ADD CHECK (local OR clock_offset = '0'::interval);

CREATE FUNCTION desk_now() RETURNS timestamptz LANGUAGE sql VOLATILE
  AS $$ SELECT date_trunc('milliseconds', clock_timestamp() + clock_offset) FROM public.desk $$;

-- Only a database marked local has a clock that can be moved, and only forward.
CREATE FUNCTION move_clock(by interval) RETURNS timestamptz LANGUAGE plpgsql SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
BEGIN
  IF by < '0'::interval THEN RAISE EXCEPTION 'the clock only moves forward'; END IF;
  UPDATE desk SET clock_offset = clock_offset + by WHERE local;
  IF NOT FOUND THEN RAISE EXCEPTION 'this database is not marked local: its clock cannot be moved'; END IF;
  RETURN desk_now();
END $$;

-- Instants inside JSON, as the domain writes them.
CREATE FUNCTION iso(at timestamptz) RETURNS text LANGUAGE sql IMMUTABLE
  AS $$ SELECT to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') $$;

-- 3. Whose rows a transaction may see.
CREATE FUNCTION regain_scope() RETURNS uuid[] LANGUAGE sql STABLE AS
  $$ SELECT coalesce(string_to_array(nullif(current_setting('regain.organisations', true), ''), ',')::uuid[], '{}') $$;
CREATE FUNCTION regain_staff() RETURNS uuid LANGUAGE sql STABLE AS
  $$ SELECT nullif(current_setting('regain.staff', true), '')::uuid $$;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['policy_version','account','account_word','contact_point','factor',
    'trusted_device','account_session','sign_in','recovery_case','alarm','effect','link','note']
  LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY wall ON %I USING (organisation_id = ANY ((SELECT regain_scope())::uuid[]))', t);
  END LOOP;
END $$;

ALTER TABLE organisation ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON organisation USING (id = ANY ((SELECT regain_scope())::uuid[]));

-- A staff member sees the own memberships before any scope is known.
ALTER TABLE membership ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON membership
  USING (organisation_id = ANY ((SELECT regain_scope())::uuid[]) OR staff_id = (SELECT regain_staff()))
  WITH CHECK (organisation_id = ANY ((SELECT regain_scope())::uuid[]));

-- What belongs to no organisation (a platform administrator's sign-in) is seen only by whoever did it.
ALTER TABLE event ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON event
  USING (organisation_id = ANY ((SELECT regain_scope())::uuid[])
    OR (organisation_id IS NULL AND actor_id = (SELECT regain_staff())::text))
  WITH CHECK (organisation_id = ANY ((SELECT regain_scope())::uuid[]) OR organisation_id IS NULL);

-- Colleagues see each other; credentials only their owner.
ALTER TABLE staff_member ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON staff_member USING (id = (SELECT regain_staff()) OR EXISTS (
  SELECT FROM membership m WHERE m.staff_id = staff_member.id
    AND m.organisation_id = ANY ((SELECT regain_scope())::uuid[])))
  WITH CHECK (id = (SELECT regain_staff()));
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['staff_factor','staff_session','sign_in_ticket'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY wall ON %I USING (staff_id = (SELECT regain_staff()))', t);
  END LOOP;
END $$;

-- A file between its preview and its import is seen only by whoever uploaded it; what is past its hour the worker
-- may delete, unseen.
ALTER TABLE import_draft ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON import_draft USING (
  organisation_id = ANY ((SELECT regain_scope())::uuid[]) AND staff_id = (SELECT regain_staff()));
CREATE POLICY forget ON import_draft FOR DELETE TO regain_worker USING (expires_at <= (SELECT desk_now()));

-- 4. Look-ups before a scope is known: one role that may select from these tables only.
GRANT USAGE ON SCHEMA public TO regain_web, regain_worker, regain_lookup;
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['organisation','staff_member','staff_factor','staff_session','sign_in_ticket',
    'membership','recovery_case','link','alarm','effect','desk']
  LOOP
    EXECUTE format('GRANT SELECT ON %I TO regain_lookup', t);
    IF t <> 'desk' THEN
      EXECUTE format('CREATE POLICY lookup ON %I FOR SELECT TO regain_lookup USING (true)', t);
    END IF;
  END LOOP;
END $$;

CREATE FUNCTION lookup_memberships(staff uuid) RETURNS jsonb LANGUAGE sql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public AS $$
  SELECT coalesce(jsonb_agg(jsonb_build_object('organisationId', m.organisation_id, 'role', m.role,
    'organisation', o.name, 'timeZone', o.time_zone) ORDER BY o.name, m.role), '[]')
  FROM membership m JOIN organisation o ON o.id = m.organisation_id
  WHERE m.staff_id = staff AND m.ended_at IS NULL $$;

CREATE FUNCTION lookup_session(hash text) RETURNS TABLE (session_id uuid, staff_id uuid, person_id uuid,
  sign_in text, phone text, display_name text, locale text, platform boolean, started_at timestamptz,
  last_seen_at timestamptz, reauthenticated_at timestamptz, now timestamptz, memberships jsonb)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id, m.id, m.person_id, m.sign_in, m.phone, m.display_name, m.locale, m.platform, s.started_at,
    s.last_seen_at, s.reauthenticated_at, desk_now(), lookup_memberships(m.id)
  FROM staff_session s JOIN staff_member m ON m.id = s.staff_id
  WHERE s.token_hash = hash AND s.ended_at IS NULL AND m.disabled_at IS NULL $$;

-- The row that a password is checked against. The caller may already try any name: it learns no more here.
CREATE FUNCTION lookup_staff(name text) RETURNS TABLE (staff_id uuid, person_id uuid, password_hash text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT s.id, s.person_id, s.password_hash FROM staff_member s
  WHERE sign_in = name AND disabled_at IS NULL $$;

CREATE FUNCTION lookup_ticket(ticket text) RETURNS TABLE (staff_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT t.staff_id FROM sign_in_ticket t WHERE t.hash = ticket $$;

CREATE FUNCTION lookup_handle(public_name text) RETURNS TABLE (case_id uuid, account_id uuid, organisation_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT id, c.account_id, c.organisation_id FROM recovery_case c WHERE handle = public_name $$;

CREATE FUNCTION lookup_link(link_hash text) RETURNS TABLE (case_id uuid, organisation_id uuid,
  contact_point_id uuid, notice_id uuid, purpose text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.case_id, l.organisation_id, l.contact_point_id, l.notice_id, l.purpose FROM link l WHERE l.hash = link_hash $$;

CREATE FUNCTION lookup_due_alarms(within interval, most int) RETURNS TABLE (subject text, id uuid,
  organisation_id uuid, at timestamptz)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT a.subject, a.subject_id, a.organisation_id, a.at FROM alarm a
  WHERE a.at <= (SELECT desk_now()) + within ORDER BY a.at LIMIT most $$;

CREATE FUNCTION lookup_next_alarm() RETURNS timestamptz
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT min(at) FROM alarm $$;

CREATE FUNCTION lookup_unfinished_effects(most int) RETURNS TABLE (id uuid, organisation_id uuid, attempts int,
  next_at timestamptz)
  LANGUAGE sql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.id, e.organisation_id, e.attempts, e.next_at FROM effect e
  WHERE e.status IN ('pending','claimed') AND e.next_at <= (SELECT desk_now()) ORDER BY e.next_at LIMIT most $$;

CREATE FUNCTION lookup_effect(effect uuid) RETURNS TABLE (organisation_id uuid, case_id uuid, account_id uuid)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT e.organisation_id, e.case_id, e.account_id FROM effect e WHERE e.id = effect $$;

-- R21, R22: an account whose person, sign-in, address or number is a staff member's.
CREATE FUNCTION lookup_is_staff(person uuid, addresses text[]) RETURNS boolean
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (SELECT FROM staff_member s WHERE s.disabled_at IS NULL
    AND (s.person_id = person OR s.sign_in = ANY (addresses) OR s.phone = ANY (addresses))) $$;

-- 5. The floor (R19). It stops mistakes and tampering with one row, not a forged history. Only moving is judged: a
--    case that moved lawfully must still be able to record what happens meanwhile, or its messages would be sent anew
--    for ever; it is judged again when it moves on.
CREATE FUNCTION keep_floor() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  needed int;
  given int;
  in_person boolean;
  on_staff_only boolean;
  contested boolean;
  approved boolean;
BEGIN
  IF NEW.status NOT IN ('waiting','executing') THEN RETURN NULL; END IF;
  IF TG_OP = 'UPDATE' AND OLD.status = NEW.status THEN RETURN NULL; END IF;
  SELECT f.value INTO needed FROM floor f WHERE f.key = CASE WHEN EXISTS (
      SELECT FROM factor x WHERE x.account_id = NEW.account_id AND x.added_at IS NOT NULL
        AND x.kind NOT IN ('backup-codes','temporary-pass')
        AND x.given_by_case IS DISTINCT FROM NEW.id
        AND (x.removed_at IS NULL OR x.removed_at > desk_now() - interval '90 days'))
    OR EXISTS (SELECT FROM account a WHERE a.id = NEW.account_id AND a.imported_at IS NOT NULL)
    THEN 'meansWithSecondFactor' ELSE 'meansWithoutSecondFactor' END;
  SELECT coalesce((a.guard->>'contestedUntil')::timestamptz > desk_now(), false) INTO contested
    FROM account a WHERE a.id = NEW.account_id;
  WITH history AS (SELECT number, type, data, actor FROM event WHERE case_id = NEW.id),
  voided AS (
    SELECT h.number, v.id FROM history h, jsonb_array_elements_text(
      coalesce(h.data->'voided', CASE WHEN h.type = 'proofs-voided' THEN h.data->'proofIds' END, '[]')) AS v(id)),
  proofs AS (
    SELECT h.data->>'means' AS means, h.data->'identityCheck'->>'mode' AS mode,
      h.data->>'kind' = 'identity-check' OR coalesce((h.data->>'throughStaff')::boolean, false) AS on_staff
    FROM history h
    WHERE h.type = 'proof-given' AND NOT EXISTS (
      SELECT FROM voided v WHERE v.id = h.data->>'proofId' AND v.number > h.number)),
  opener AS (
    SELECT h.data->'openedBy' AS who FROM history h WHERE h.type = 'case-opened' ORDER BY h.number LIMIT 1),
  approval AS (
    SELECT h.number, h.actor AS who FROM history h WHERE h.type = 'approval-given' ORDER BY h.number DESC LIMIT 1)
  SELECT count(DISTINCT means) FILTER (WHERE means <> 'phone:?')
      + (bool_or(means = 'phone:?') AND NOT bool_or(means LIKE 'phone:%' AND means <> 'phone:?'))::int,
    bool_or(mode = 'in-person'), bool_and(on_staff),
    (SELECT a.who->>'id' <> o.who->>'staffId' AND a.who->>'personId' <> o.who->>'personId'
       AND NOT EXISTS (SELECT FROM history h
         WHERE h.type IN ('approval-lapsed','plan-grew-heavier') AND h.number > a.number)
     FROM approval a, opener o)
    INTO given, in_person, on_staff_only, approved FROM proofs;
  IF needed IS NULL OR NOT coalesce(in_person, false)
     AND (contested OR coalesce(given, 0) < needed OR coalesce(on_staff_only, true)) THEN
    RAISE EXCEPTION 'floor: % of % means for case %', coalesce(given, 0), needed, NEW.id
      USING ERRCODE = 'check_violation';
  END IF;
  IF NOT coalesce(approved, false) THEN
    RAISE EXCEPTION 'floor: no approval by another person for case %', NEW.id USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END $$;

-- Deferred, so that it sees the events that commit together with the row.
CREATE CONSTRAINT TRIGGER keep_floor AFTER INSERT OR UPDATE OF status ON recovery_case
  DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION keep_floor();

-- 6. Grants. Nothing is granted that is not used; events can only be added (R47).
REVOKE ALL ON ALL FUNCTIONS IN SCHEMA public FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_now(), iso(timestamptz), regain_scope(), regain_staff(), keep_floor()
  TO regain_web, regain_worker, regain_lookup;
GRANT EXECUTE ON FUNCTION move_clock(interval), lookup_session(text), lookup_staff(text), lookup_ticket(text),
  lookup_handle(text), lookup_link(text), lookup_next_alarm(), lookup_due_alarms(interval, int) TO regain_web;
GRANT EXECUTE ON FUNCTION lookup_due_alarms(interval, int), lookup_unfinished_effects(int), lookup_effect(uuid)
  TO regain_worker;
GRANT EXECUTE ON FUNCTION lookup_memberships(uuid) TO regain_web, regain_lookup;
GRANT EXECUTE ON FUNCTION lookup_is_staff(uuid, text[]) TO regain_web, regain_worker;

GRANT SELECT ON desk, heartbeat, floor TO regain_web, regain_worker;
GRANT INSERT, UPDATE ON heartbeat TO regain_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON throttle TO regain_web;
GRANT SELECT, INSERT, UPDATE ON anonymous_denial TO regain_web;

GRANT SELECT ON organisation, membership, policy_version TO regain_web, regain_worker;
GRANT INSERT ON membership TO regain_web;
GRANT UPDATE (ended_at) ON membership TO regain_web;

GRANT SELECT, INSERT ON person TO regain_web;
GRANT SELECT (id, person_id, sign_in, display_name, locale, phone, platform, credentials_changed_at,
  disabled_at, created_at) ON staff_member TO regain_web, regain_worker;
GRANT SELECT, INSERT, UPDATE ON staff_factor, staff_session, sign_in_ticket TO regain_web;

GRANT SELECT, INSERT, UPDATE ON account, contact_point, factor, trusted_device, account_session
  TO regain_web, regain_worker;
GRANT SELECT, INSERT ON sign_in TO regain_web, regain_worker;
GRANT SELECT, INSERT, DELETE ON account_word TO regain_web;
GRANT SELECT, INSERT, UPDATE ON recovery_case, effect TO regain_web, regain_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON alarm TO regain_web, regain_worker;
GRANT SELECT, INSERT, UPDATE, DELETE ON import_draft TO regain_web;
GRANT DELETE ON import_draft TO regain_worker;
GRANT SELECT, INSERT ON event, link TO regain_web, regain_worker;
GRANT SELECT, INSERT ON note TO regain_web, regain_worker;
GRANT SELECT ON _prisma_migrations TO regain_web, regain_worker;

-- Set-up and seed run as the owner; rows of an organisation still need its scope.
CREATE POLICY set_up ON staff_member TO regain_owner USING (true) WITH CHECK (true);
CREATE POLICY set_up ON staff_factor TO regain_owner USING (true) WITH CHECK (true);

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['lookup_memberships(uuid)','lookup_session(text)','lookup_staff(text)',
    'lookup_ticket(text)','lookup_handle(text)','lookup_link(text)','lookup_due_alarms(interval,int)',
    'lookup_next_alarm()','lookup_is_staff(uuid,text[])','lookup_unfinished_effects(int)','lookup_effect(uuid)']
  LOOP EXECUTE format('ALTER FUNCTION %s OWNER TO regain_lookup', f); END LOOP;
END $$;
