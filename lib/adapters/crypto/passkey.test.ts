import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PasskeyOf } from '../../ports/secrets';
import { hasNoCertificate } from './attestation';
import { createDerivation, type Keys } from './derivation';
import { createPasskeys } from './passkey';
import { afterDropping, afterRotation, beforeRotation } from './testing/keys';
import { type Bent, softwareAuthenticator } from './testing/software-authenticator';

const site = { origin: 'https://desk.example.org', rpId: 'desk.example.org' };
const passkeys = (keys: Keys) =>
  createPasskeys(createDerivation(keys), { origin: site.origin, rpName: 'Regain' });
const desk = passkeys(beforeRotation);

const enrol: PasskeyOf = { purpose: 'enrol', id: 'case-1', number: 1 };
const prove: PasskeyOf = { purpose: 'prove', id: 'challenge-1', number: 1 };
const person = { userName: 'anna@example.org', userId: '0190a0b0-0000-7000-8000-000000000001' };
const options = (of: PasskeyOf, exclude: string[] = []) =>
  desk.passkeyRegistration({ ...of, ...person, exclude });

const enrolled = async (bent: Bent = {}) => {
  const key = softwareAuthenticator(site);
  const stored = await desk.passkeyRegistered(enrol, key.register(await options(enrol), bent));
  if (!stored) throw new Error('the key was not registered');
  return { key, ...stored };
};

describe('setting up a passkey', () => {
  it('asks for any key, without attestation and without a place in its memory', async () => {
    expect(await options(enrol)).toMatchObject({
      rp: { id: 'desk.example.org', name: 'Regain' },
      user: { name: 'anna@example.org' },
      attestation: 'none',
      authenticatorSelection: { residentKey: 'discouraged', userVerification: 'preferred' },
      pubKeyCredParams: [-7, -8, -257].map((alg) => ({ alg, type: 'public-key' })),
    });
    const text = JSON.stringify(await options(enrol));
    expect(text).not.toContain(Buffer.from(person.userId).toString('base64url'));
  });

  it('stores the key as JSON text, with the known ways to reach it', async () => {
    const { key, credential, synced } = await enrolled({ counter: 7 });
    expect(synced).toBe(false);
    expect(JSON.parse(credential)).toEqual({
      id: key.id,
      publicKey: expect.stringMatching(/^[A-Za-z0-9_-]{100,}$/),
      counter: 7,
      transports: ['nfc', 'usb'],
      synced: false,
    });
  });

  it('R1 a key that may be copied is recorded as synced, backed up already or not', async () => {
    expect((await enrolled({ backupEligible: true })).synced).toBe(true);
    expect((await enrolled({ backupEligible: true, backedUp: true })).synced).toBe(true);
  });

  it('takes a key that signs its own registration, as browsers leave it', async () => {
    expect((await enrolled({ format: 'packed' })).synced).toBe(false);
  });

  it('looks at no certificate, so that nobody makes this server ask at their addresses', () => {
    const key = softwareAuthenticator(site);
    const accepted = (bent: Bent) =>
      hasNoCertificate(key.register({ challenge: 'AAAA' }, bent).response.attestationObject);
    expect(accepted({})).toBe(true);
    expect(accepted({ format: 'packed' })).toBe(true);
    expect(accepted({ format: 'packed', certificates: true })).toBe(false);
    for (const format of ['apple', 'android-key', 'android-safetynet', 'fido-u2f', 'tpm', 'new']) {
      expect(accepted({ format })).toBe(false);
    }
  });

  it('R17 a wrong origin, site, challenge, type, frame or absent person registers nothing', async () => {
    const wrong: Bent[] = [
      { origin: 'https://desk.example.org.evil.example' },
      { origin: 'http://desk.example.org' },
      { origin: 'https://desk.example.org:8443' },
      { rpId: 'example.org' },
      { challenge: 'AAAA' },
      { type: 'webauthn.get' },
      { crossOrigin: true },
      { topOrigin: 'https://evil.example' },
      { userPresent: false },
      { backedUp: true },
      { format: 'packed', certificates: true },
      { format: 'apple' },
    ];
    for (const bent of wrong) {
      const key = softwareAuthenticator(site);
      const response = key.register(await options(enrol), bent);
      expect(await desk.passkeyRegistered(enrol, response), JSON.stringify(bent)).toBeUndefined();
    }
  });

  it('R17 a response made for another use, case or number registers nothing', async () => {
    const others: PasskeyOf[] = [
      { ...enrol, purpose: 'staff-enrol' },
      { ...enrol, purpose: 'prove' },
      { ...enrol, id: 'case-2' },
      { ...enrol, number: 2 },
    ];
    for (const other of others) {
      const response = softwareAuthenticator(site).register(await options(other));
      expect(await desk.passkeyRegistered(enrol, response)).toBeUndefined();
      expect(await desk.passkeyRegistered(other, response)).toBeDefined();
    }
  });

  it('names the keys that are there already, and passes over what it cannot read', async () => {
    const { key, credential } = await enrolled();
    const expected = [{ id: key.id, type: 'public-key', transports: ['nfc', 'usb'] }];
    const stored = [credential, 'no json', '{}', 'null', '[]'];
    expect(await options(enrol, stored)).toMatchObject({ excludeCredentials: expected });
    expect(await desk.passkeyChallenge(prove, stored)).toMatchObject({
      rpId: 'desk.example.org',
      userVerification: 'preferred',
      allowCredentials: expected,
    });
  });
});

describe('showing a passkey', () => {
  it('takes the answer of the key and gives the credential with its new counter', async () => {
    const { key, credential } = await enrolled();
    const asked = await desk.passkeyChallenge(prove, [credential]);
    const verdict = await desk.passkeyVerdict(prove, credential, key.answer(asked, { counter: 1 }));
    expect(verdict).toEqual({ matches: true, counter: 1, credential: expect.any(String) });
    expect(JSON.parse(verdict.credential ?? '')).toEqual({ ...JSON.parse(credential), counter: 1 });
  });

  it('takes a key that never counts, as synced passkeys do', async () => {
    const { key, credential } = await enrolled({ backupEligible: true, backedUp: true });
    const asked = await desk.passkeyChallenge(prove, [credential]);
    for (const backedUp of [true, false]) {
      const response = key.answer(asked, { counter: 0, backupEligible: true, backedUp });
      expect((await desk.passkeyVerdict(prove, credential, response)).matches).toBe(true);
    }
  });

  it('R11 an answer that was given before, or of a copy of the key, does not count', async () => {
    const { key, credential } = await enrolled({ counter: 5 });
    const asked = await desk.passkeyChallenge(prove, [credential]);
    const response = key.answer(asked, { counter: 6 });
    const first = await desk.passkeyVerdict(prove, credential, response);
    expect(first.matches).toBe(true);
    const stored = first.credential ?? '';
    expect(await desk.passkeyVerdict(prove, stored, response)).toEqual({ matches: false });
    for (const counter of [0, 5, 6]) {
      const again = key.answer(asked, { counter });
      expect(await desk.passkeyVerdict(prove, stored, again)).toEqual({ matches: false });
    }
  });

  it('R11 a wrong origin, site, challenge, type, frame or absent person does not count', async () => {
    const { key, credential } = await enrolled();
    const asked = await desk.passkeyChallenge(prove, [credential]);
    const wrong: Bent[] = [
      { origin: 'https://evil.example' },
      { origin: 'https://desk.example.org.' },
      { rpId: 'evil.example' },
      { challenge: 'AAAA' },
      { type: 'webauthn.create' },
      { crossOrigin: true },
      { crossOrigin: true, topOrigin: 'https://evil.example' },
      { userPresent: false },
      { id: softwareAuthenticator(site).id },
    ];
    for (const bent of wrong) {
      const response = key.answer(asked, { counter: 1, ...bent });
      expect(await desk.passkeyVerdict(prove, credential, response), JSON.stringify(bent)).toEqual({
        matches: false,
      });
    }
  });

  it('R11 an answer to another use, challenge or number does not count', async () => {
    const { key, credential } = await enrolled();
    const others: PasskeyOf[] = [
      { ...prove, purpose: 'sign-in' },
      { ...prove, purpose: 'staff-sign-in' },
      { ...prove, id: 'challenge-2' },
      { ...prove, number: 2 },
    ];
    for (const other of others) {
      const response = key.answer(await desk.passkeyChallenge(other, [credential]), { counter: 1 });
      expect((await desk.passkeyVerdict(prove, credential, response)).matches).toBe(false);
      expect((await desk.passkeyVerdict(other, credential, response)).matches).toBe(true);
    }
  });

  it('does not take the answer of another key, under any name', async () => {
    const { key, credential } = await enrolled();
    const asked = await desk.passkeyChallenge(prove, [credential]);
    const stranger = softwareAuthenticator(site);
    for (const id of [stranger.id, key.id]) {
      const response = stranger.answer(asked, { counter: 1, id });
      expect(await desk.passkeyVerdict(prove, credential, response)).toEqual({ matches: false });
    }
  });

  it('R1 a key that was bound to its device and now may be copied is not the same key', async () => {
    const { key, credential } = await enrolled();
    const asked = await desk.passkeyChallenge(prove, [credential]);
    const response = key.answer(asked, { counter: 1, backupEligible: true });
    expect(await desk.passkeyVerdict(prove, credential, response)).toEqual({ matches: false });
  });

  it('R13 a challenge that was shown before a key rotation may be answered after it', async () => {
    const { key, credential } = await enrolled();
    const asked = await desk.passkeyChallenge(prove, [credential]);
    const response = key.answer(asked, { counter: 1 });
    const verdict = (keys: Keys) => passkeys(keys).passkeyVerdict(prove, credential, response);
    expect((await verdict(afterRotation)).matches).toBe(true);
    expect((await verdict(afterDropping)).matches).toBe(false);
  });

  it('answers no to anything else, and never throws', async () => {
    const { key, credential } = await enrolled();
    const asked = await desk.passkeyChallenge(prove, [credential]);
    const good = key.answer(asked, { counter: 1 });
    await fc.assert(
      fc.asyncProperty(fc.anything(), fc.anything(), async (response, inner) => {
        const shapes = [
          response,
          { ...good, response },
          { ...good, response: { ...good.response, signature: inner } },
        ];
        for (const shape of shapes) {
          expect(await desk.passkeyVerdict(prove, credential, shape)).toEqual({ matches: false });
          expect(await desk.passkeyRegistered(enrol, shape)).toBeUndefined();
        }
      }),
    );
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string(), fc.json()), async (stored) => {
        expect(await desk.passkeyVerdict(prove, stored, good)).toEqual({ matches: false });
      }),
    );
  });

  it('does not take an answer in which anything that was signed, or the signature, is changed', async () => {
    const { key, credential } = await enrolled();
    const asked = await desk.passkeyChallenge(prove, [credential]);
    const good = key.answer(asked, { counter: 1 });
    const places = (['authenticatorData', 'clientDataJSON', 'signature'] as const).map((field) => {
      const length = Buffer.from(good.response[field], 'base64url').length;
      // In a signature only its two numbers count, not the lengths around them: the end is always in the second.
      const first = field === 'signature' ? length - 24 : 0;
      return fc.record({
        field: fc.constant(field),
        at: fc.integer({ min: first, max: length - 1 }),
      });
    });
    await fc.assert(
      fc.asyncProperty(
        fc.oneof(...places),
        fc.integer({ min: 1, max: 255 }),
        async ({ field, at }, flip) => {
          const bytes = Buffer.from(good.response[field], 'base64url');
          bytes.writeUInt8(bytes.readUInt8(at) ^ flip, at);
          const changed = { ...good.response, [field]: bytes.toString('base64url') };
          const verdict = await desk.passkeyVerdict(prove, credential, {
            ...good,
            response: changed,
          });
          expect(verdict).toEqual({ matches: false });
        },
      ),
    );
  });
});
