-- Recovery contacts: trusted people who may vouch for an account holder and never get access, and the links by which
-- they, and only they, come to their pages.

CREATE TABLE recovery_contact (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  name text NOT NULL,
  address text NOT NULL,
  -- The address without its tag: one mailbox is one person.
  mailbox text NOT NULL,
  invited_by text NOT NULL,
  invited_at timestamptz(3) NOT NULL,
  expires_at timestamptz(3) NOT NULL,
  accepted_at timestamptz(3),
  counts_from timestamptz(3),
  told_soon_at timestamptz(3),
  active_at timestamptz(3),
  reminded_at timestamptz(3),
  refused_at timestamptz(3),
  ended_at timestamptz(3),
  end_reason text
);
CREATE INDEX recovery_contact_account_id_idx ON recovery_contact (account_id);
CREATE INDEX recovery_contact_mailbox_idx ON recovery_contact (mailbox);

ALTER TABLE recovery_contact ADD CHECK (address = lower(address) AND mailbox = lower(mailbox));
ALTER TABLE recovery_contact ADD CHECK (invited_by IN ('holder','staff'));
ALTER TABLE recovery_contact ADD CHECK ((accepted_at IS NULL) = (counts_from IS NULL));
ALTER TABLE recovery_contact ADD CHECK (counts_from BETWEEN accepted_at + interval '1 day' AND accepted_at + interval '7 days');
ALTER TABLE recovery_contact ADD CHECK (active_at IS NULL OR (counts_from IS NOT NULL AND active_at >= counts_from));
ALTER TABLE recovery_contact ADD CHECK ((ended_at IS NULL) = (end_reason IS NULL));
ALTER TABLE recovery_contact ADD CHECK (end_reason IN ('withdrawn','declined','expired','holder','stopped','contact',
  'own-address'));

-- R41: the wait is neither shortened nor skipped, whatever a program does: it begins now and not in the past, stays as
-- it was begun, and what ended does not come back. (It stops mistakes and tampering with a row, not whoever owns the
-- database.)
CREATE FUNCTION keep_contact_wait() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'INSERT' AND (NEW.accepted_at IS NOT NULL OR NEW.active_at IS NOT NULL)
    OR TG_OP = 'UPDATE' AND (
      OLD.ended_at IS NOT NULL AND NEW.ended_at IS DISTINCT FROM OLD.ended_at
      OR OLD.accepted_at IS NOT NULL
        AND (NEW.accepted_at IS DISTINCT FROM OLD.accepted_at OR NEW.counts_from IS DISTINCT FROM OLD.counts_from)
      OR OLD.accepted_at IS NULL AND NEW.accepted_at < desk_now() - interval '1 minute'
      OR OLD.active_at IS DISTINCT FROM NEW.active_at
        AND (OLD.active_at IS NOT NULL OR NEW.active_at > desk_now() OR NEW.active_at < desk_now() - interval '1 minute'))
  THEN
    RAISE EXCEPTION 'a recovery contact counts only after its waiting period' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END $$;
REVOKE ALL ON FUNCTION keep_contact_wait() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION keep_contact_wait() TO regain_web, regain_worker;
CREATE TRIGGER keep_contact_wait BEFORE INSERT OR UPDATE ON recovery_contact
  FOR EACH ROW EXECUTE FUNCTION keep_contact_wait();

CREATE TABLE contact_link (
  hash text PRIMARY KEY,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  contact_id uuid NOT NULL,
  -- The case and the proof that a question is about.
  case_id uuid,
  proof_id uuid,
  purpose text NOT NULL,
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX contact_link_contact_id_idx ON contact_link (contact_id);
ALTER TABLE contact_link ADD CHECK (purpose IN ('contact','contact-stop','contact-question'));
ALTER TABLE contact_link ADD CHECK ((purpose = 'contact-question') = (case_id IS NOT NULL AND proof_id IS NOT NULL));

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['recovery_contact','contact_link'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY wall ON %I USING (organisation_id = ANY ((SELECT regain_scope())::uuid[]))', t);
    EXECUTE format('GRANT SELECT ON %I TO regain_lookup', t);
    EXECUTE format('CREATE POLICY lookup ON %I FOR SELECT TO regain_lookup USING (true)', t);
  END LOOP;
END $$;

GRANT SELECT, INSERT ON recovery_contact TO regain_web, regain_worker;
GRANT UPDATE (accepted_at, counts_from, told_soon_at, active_at, reminded_at, refused_at, ended_at, end_reason)
  ON recovery_contact TO regain_web, regain_worker;
GRANT SELECT ON contact_link TO regain_web, regain_worker;
GRANT INSERT ON contact_link TO regain_worker;

ALTER TABLE alarm DROP CONSTRAINT alarm_subject_check;
ALTER TABLE alarm ADD CONSTRAINT alarm_subject_check CHECK (subject IN ('case','account','recovery-contact',
  'waiting-change'));

-- Messages to a recovery contact, and to the account holder about one: they belong to no case. Whatever other kinds
-- there are by now stay.
DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT conname, pg_get_constraintdef(oid) AS def FROM pg_constraint
    WHERE conrelid = 'effect'::regclass AND contype = 'c' AND pg_get_constraintdef(oid) LIKE '%''tell-account''::text%'
  LOOP
    EXECUTE format('ALTER TABLE effect DROP CONSTRAINT %I', c.conname);
    EXECUTE format('ALTER TABLE effect ADD CONSTRAINT %I %s', c.conname, replace(c.def, '''tell-account''::text',
      '''tell-account''::text, ''tell-contact''::text, ''tell-of-contact''::text'));
  END LOOP;
END $$;

-- Before a scope is known: ids only, and on how many accounts of all organisations a mailbox is a recovery contact.
CREATE FUNCTION lookup_contact_link(link_hash text) RETURNS TABLE (contact_id uuid, account_id uuid,
  organisation_id uuid, case_id uuid, proof_id uuid, purpose text)
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT l.contact_id, l.account_id, l.organisation_id, l.case_id, l.proof_id, l.purpose
  FROM contact_link l WHERE l.hash = link_hash $$;
CREATE FUNCTION lookup_contact_accounts(of_mailbox text, beside uuid) RETURNS int
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public AS $$
  SELECT count(DISTINCT c.account_id)::int FROM recovery_contact c
  WHERE c.mailbox = of_mailbox AND c.ended_at IS NULL AND c.account_id <> beside $$;

DO $$
DECLARE f text;
BEGIN
  FOREACH f IN ARRAY ARRAY['lookup_contact_link(text)','lookup_contact_accounts(text,uuid)'] LOOP
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO regain_web', f);
    -- The worker makes a wish that had to wait (R32), and then counts as well.
    IF f LIKE 'lookup_contact_accounts%' THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO regain_worker', f);
    END IF;
    EXECUTE format('ALTER FUNCTION %s OWNER TO regain_lookup', f);
  END LOOP;
END $$;

-- Policies that were written before gain what they lack, at its default. The wall stands aside for this one statement.
ALTER TABLE policy_version NO FORCE ROW LEVEL SECURITY;
UPDATE policy_version SET policy = '{"recoveryContactWait": 604800000, "recoveryContactsPerAccount": 5}'::jsonb || policy;
ALTER TABLE policy_version FORCE ROW LEVEL SECURITY;
