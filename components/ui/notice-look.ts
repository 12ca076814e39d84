import { classes } from './classes';

export type NoticeTone = 'info' | 'warn' | 'stop' | 'done';

const tones: Record<NoticeTone, string> = {
  info: 'bg-todo-soft',
  warn: 'bg-wait-soft',
  stop: 'bg-stop-soft',
  done: 'bg-done-soft',
};

export const noticeInk: Record<NoticeTone, string> = {
  info: 'text-todo',
  warn: 'text-wait',
  stop: 'text-stop',
  done: 'text-done',
};

export function noticeClass(tone: NoticeTone): string {
  return classes('rounded-lg px-4 py-3 text-ink', tones[tone]);
}
