-- The question to a recovery contact, for a case. Whatever other kinds there are by now stay.
DO $$
DECLARE kinds text;
BEGIN
  SELECT pg_get_constraintdef(oid) INTO STRICT kinds FROM pg_constraint
    WHERE conrelid = 'effect'::regclass AND conname = 'effect_kind_check';
  ALTER TABLE effect DROP CONSTRAINT effect_kind_check;
  EXECUTE 'ALTER TABLE effect ADD CONSTRAINT effect_kind_check '
    || replace(kinds, '''tell-staff''::text', '''tell-staff''::text, ''ask-contact''::text');
END $$;
