-- What a sign-in leaves behind goes when nothing can be decided by it any more: a ticket that is over, and a counter
-- without a wrong entry for a day. A stranger who tries made-up names must not fill the database for good.

CREATE POLICY forget ON sign_in_ticket FOR DELETE TO regain_worker USING (expires_at <= (SELECT desk_now()));
GRANT DELETE ON sign_in_ticket TO regain_worker;

-- The wall keeps the worker from every counter that still makes somebody wait (R12). UPDATE only because a row must be
-- locked to be passed over while a sign-in has it.
ALTER TABLE throttle ENABLE ROW LEVEL SECURITY;
CREATE POLICY count ON throttle TO regain_web USING (true);
CREATE POLICY forget ON throttle TO regain_worker USING (since <= (SELECT desk_now()) - interval '1 day');
GRANT SELECT (key, since), UPDATE (since), DELETE ON throttle TO regain_worker;
