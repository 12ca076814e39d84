/** Rolls what a property test drew beforehand: the same numbers always tell the same story. */
export const diceOf = (numbers: readonly number[]) => {
  let at = 0;
  return {
    left: () => at < numbers.length,
    /** One of `sides` numbers from 0; 0 when all are rolled. */
    roll: (sides: number): number => (numbers[at++] ?? 0) % sides,
    /** True once in `times`. */
    once: (times: number): boolean => (numbers[at++] ?? 1) % times === 0,
    pick: <T>(from: readonly T[]): T | undefined => from[(numbers[at++] ?? 0) % from.length],
  };
};

export type Dice = ReturnType<typeof diceOf>;
