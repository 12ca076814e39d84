import { NextRequest } from 'next/server';
import { beforeEach, describe, expect, it, vi } from 'vitest';

const front = vi.hoisted(() => ({ local: true, publicUrl: 'http://localhost:3000' }));
vi.mock('./lib/wiring-front', () => ({ front: () => front }));

const { proxy } = await import('./proxy');

function ask(path: string, headers: Record<string, string> = {}, method = 'GET') {
  const host = headers.host ?? new URL(front.publicUrl).host;
  return proxy(new NextRequest(`http://${host}${path}`, { method, headers: { host, ...headers } }));
}

beforeEach(() => {
  front.local = true;
  front.publicUrl = 'http://localhost:3000';
});

describe('local mode', () => {
  it.each([
    ['another name', { host: 'regain.example:3000' }, 421],
    ['another port', { host: 'localhost:3001' }, 421],
    ['a name that begins alike', { host: 'localhost.evil.example:3000' }, 421],
    ['a forwarded host', { 'x-forwarded-host': 'evil.example' }, 400],
    ['a forwarded protocol', { 'x-forwarded-proto': 'https' }, 400],
    ['a forwarded port', { 'x-forwarded-port': '443' }, 400],
    ['a forwarded address', { 'x-forwarded-for': '203.0.113.7' }, 400],
    ['a chain of addresses', { 'x-forwarded-for': '127.0.0.1, 127.0.0.1' }, 400],
    ['Forwarded', { forwarded: 'for=127.0.0.1' }, 400],
    ['X-Real-IP', { 'x-real-ip': '127.0.0.1' }, 400],
  ])('R48 refuses %s', (_, headers, status) => {
    expect(ask('/', headers as Record<string, string>).status).toBe(status);
  });

  it('R48 lets through what Next itself adds', () => {
    const added = {
      'x-forwarded-host': 'localhost:3000',
      'x-forwarded-proto': 'http',
      'x-forwarded-port': '3000',
      'x-forwarded-for': '::ffff:127.0.0.1',
    };
    expect(ask('/', added).status).toBe(200);
  });

  it('R48 sends 127.0.0.1 to localhost, but not its health', () => {
    const answer = ask('/cases?tab=waiting', { host: '127.0.0.1:3000' });
    expect(answer.status).toBe(307);
    expect(answer.headers.get('location')).toBe('http://localhost:3000/cases?tab=waiting');
    expect(ask('/api/health', { host: '127.0.0.1:3000' }).status).toBe(200);
  });
});

describe('forms', () => {
  it.each([
    [{ origin: 'http://localhost:3000' }, 200],
    [{ origin: 'https://evil.example' }, 403],
    [{ origin: 'null' }, 403],
    [{ 'sec-fetch-site': 'cross-site' }, 403],
    [{ 'sec-fetch-site': 'same-site' }, 403],
    [{ 'sec-fetch-site': 'same-origin' }, 200],
    [{}, 200],
  ])('from %j get %s', (headers, status) => {
    expect(ask('/sign-in', headers as Record<string, string>, 'POST').status).toBe(status);
  });

  it('R48 are judged by the public address, never by Host', () => {
    front.local = false;
    front.publicUrl = 'https://regain.example.org';
    const evil = { host: 'evil.example', origin: 'https://evil.example' };
    expect(ask('/sign-in', evil, 'POST').status).toBe(403);
  });
});

describe('headers', () => {
  it('shut the page to scripts, frames and caches', () => {
    const { headers } = ask('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toMatch(/script-src 'self' 'nonce-[A-Za-z0-9+/]{24}' 'strict-dynamic';/);
    expect(policy).not.toContain("script-src 'self' 'unsafe");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('strict-transport-security')).toBeNull();
  });

  it('give every answer a nonce of its own', () => {
    const policies = [1, 2, 3].map(() => ask('/').headers.get('content-security-policy'));
    expect(new Set(policies).size).toBe(3);
  });

  it('ask for TLS only where there is TLS', () => {
    front.local = false;
    front.publicUrl = 'https://regain.example.org';
    const { headers } = ask('/');
    expect(headers.get('strict-transport-security')).toContain('max-age');
    expect(headers.get('content-security-policy')).toContain('upgrade-insecure-requests');
  });
});
