'use server';
import type { KeptState } from '../../../../../components/holder/kept-form';
import { isRefusal } from '../../../../../lib/domain/case/command';
import { desk } from '../../../../../lib/wiring';
import { handleIn, refusedText } from '../answers';
import { doorOf, keepScreen } from '../door';

/** The code for a recovery contact, in this one answer and in no page that can be opened again (R45). */
export async function contactCode(
  proofId: string,
  _before: KeptState,
  form: FormData,
): Promise<KeptState> {
  const handle = handleIn(form);
  const shown = await desk().showContactCode(await doorOf(handle), { proofId: String(proofId) });
  if (isRefusal(shown)) return { message: await refusedText(handle, shown) };
  await keepScreen(shown.screenToken);
  return { kept: [shown.code.replace(/^(\d{3})/, '$1 ')] };
}
