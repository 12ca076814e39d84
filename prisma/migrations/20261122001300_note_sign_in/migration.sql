-- A sign-in tells the open case of its account, also if the process that let the holder in dies at once (R28): an effect
-- of the account, written in the transaction of the session.

DO $$
DECLARE c record;
BEGIN
  FOR c IN SELECT conname, pg_get_constraintdef(oid) AS def FROM pg_constraint
    WHERE conrelid = 'effect'::regclass AND conname IN ('effect_kind_check','effect_check')
  LOOP
    EXECUTE format('ALTER TABLE effect DROP CONSTRAINT %I', c.conname);
    EXECUTE format('ALTER TABLE effect ADD CONSTRAINT %I %s', c.conname,
      replace(c.def, '''tell-account''::text', '''tell-account''::text, ''note-sign-in''::text'));
  END LOOP;
END $$;

-- "I did not ask for this" stands beside backup codes that go by SMS too (R43).
ALTER TABLE code_link DROP CONSTRAINT code_link_about_check;
ALTER TABLE code_link ADD CONSTRAINT code_link_about_check
  CHECK (about->>'kind' IN ('challenge','sign-in','confirming','enrolment','request','backup-codes'));
