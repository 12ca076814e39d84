import type { ComponentProps } from 'react';
import { type ButtonLook, type ButtonSize, buttonClass } from './button-look';
import { classes } from './classes';

type Props = ComponentProps<'button'> & { look?: ButtonLook; size?: ButtonSize };

/** A button that submits nothing unless it says so. For a form's own button: SubmitButton. */
export function Button({ look, size, className, type = 'button', ...rest }: Props) {
  return <button type={type} className={classes(buttonClass(look, size), className)} {...rest} />;
}
