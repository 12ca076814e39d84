import { describe, expect, it } from 'vitest';
import { clientAddress } from './client-address';

const FORGED = '203.0.113.66';

describe('who asked', () => {
  it.each([
    ['one proxy', '198.51.100.7', 1, '198.51.100.7'],
    ['one proxy, and an entry of the caller', `${FORGED}, 198.51.100.7`, 1, '198.51.100.7'],
    ['two proxies', '198.51.100.7, 10.0.0.2', 2, '198.51.100.7'],
    [
      'two proxies, and entries of the caller',
      `${FORGED},${FORGED}, 198.51.100.7 ,10.0.0.2`,
      2,
      '198.51.100.7',
    ],
    ['fewer entries than proxies', '10.0.0.3', 2, '10.0.0.3'],
    ['no proxy: what Next wrote', '127.0.0.1', 0, '127.0.0.1'],
    ['an IPv4 address in the form of IPv6', '::ffff:198.51.100.7', 1, '198.51.100.7'],
    ['an IPv6 address', '2001:DB8::7', 1, '2001:db8::7'],
    ['a proxy that adds the port', '198.51.100.7:52811', 1, '198.51.100.7'],
    ['one that adds it to IPv6', '[2001:db8::7]:52811', 1, '2001:db8::7'],
    ['what is no address', 'unknown', 1, 'unknown'],
    ['a text of the caller where an address should be', '<b>1.2.3.4</b>', 1, 'unknown'],
    ['an empty last entry', `${FORGED}, `, 1, 'unknown'],
    ['no header', null, 1, 'unknown'],
  ])('%s', (_, header, proxies, address) => {
    expect(clientAddress(header, proxies)).toBe(address);
  });
});
