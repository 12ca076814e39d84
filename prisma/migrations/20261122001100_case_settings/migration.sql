-- What a holder set up in a case and what is not in force yet: a number, a mailbox, a browser, a password. It becomes part
-- of the account in the transaction that its step commits in, so that nothing half done can be used.

CREATE TABLE case_setting (
  id uuid PRIMARY KEY,
  organisation_id uuid NOT NULL,
  account_id uuid NOT NULL,
  case_id uuid NOT NULL,
  kind text NOT NULL,
  -- An address, the hash of a browser's token, or the argon2id of a password: after it was set, the one before it.
  value text NOT NULL,
  details jsonb NOT NULL DEFAULT '{}',
  created_at timestamptz(3) NOT NULL
);
CREATE INDEX case_setting_case_id_idx ON case_setting (case_id);
ALTER TABLE case_setting ADD CHECK (kind IN ('contact-point','device','password'));

ALTER TABLE case_setting ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY wall ON case_setting USING (organisation_id = ANY ((SELECT regain_scope())::uuid[]));
GRANT SELECT, INSERT ON case_setting TO regain_web;
GRANT SELECT, UPDATE (value) ON case_setting TO regain_worker;

DO $$
DECLARE kinds text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO kinds FROM pg_constraint
    WHERE conrelid = 'effect'::regclass AND conname = 'effect_kind_check';
  ALTER TABLE effect DROP CONSTRAINT effect_kind_check;
  EXECUTE 'ALTER TABLE effect ADD CONSTRAINT effect_kind_check '
    || replace(kinds, '''tell-staff''::text', '''tell-staff''::text, ''send-enrolment-code''::text');
END $$;
