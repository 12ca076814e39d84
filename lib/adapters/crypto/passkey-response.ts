import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server';
import { isFields } from './credential';

/** What a browser sends is whatever somebody wrote: only the fields that are read are looked at, and then verified. */
const hasTexts = (value: unknown, names: readonly string[]): boolean =>
  isFields(value) && names.every((name) => typeof value[name] === 'string');

export const isRegistration = (value: unknown): value is RegistrationResponseJSON =>
  isFields(value) &&
  hasTexts(value, ['id', 'rawId', 'type']) &&
  hasTexts(value.response, ['clientDataJSON', 'attestationObject']);

export const isAssertion = (value: unknown): value is AuthenticationResponseJSON =>
  isFields(value) &&
  hasTexts(value, ['id', 'rawId', 'type']) &&
  hasTexts(value.response, ['clientDataJSON', 'authenticatorData', 'signature']);
