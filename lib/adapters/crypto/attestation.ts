import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers';

/**
 * Without a certificate: `none`, or `packed` signed by the new key itself, the two that a browser leaves when
 * no attestation is asked for. Any other comes from someone who made it up, and checking its certificates
 * would let that stranger make this server fetch revocation lists from addresses that stand in them.
 */
export const hasNoCertificate = (attestationObject: string): boolean => {
  const decoded = decodeAttestationObject(isoBase64URL.toBuffer(attestationObject));
  const format = decoded.get('fmt');
  if (format === 'none') return true;
  return format === 'packed' && decoded.get('attStmt').get('x5c') === undefined;
};
