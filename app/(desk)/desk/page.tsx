import { redirect } from 'next/navigation';
import { sectionPaths } from '../../../components/shell/sections';
import { staffSession } from '../../session';
import { sectionsOf } from '../sections-of';

/** The front of the desk: the first part that is open to whoever asks, else their own page. */
export default async function DeskPage(): Promise<never> {
  const first = sectionsOf(await staffSession())[0];
  redirect(first ? sectionPaths[first] : '/security');
}
