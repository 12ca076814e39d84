import type pg from 'pg';
import { FLOOR } from '../../domain/policy/floor';

/** Fills the table that the floor's trigger reads from the domain's own numbers, so that the two cannot drift (R19). */
export const fillFloor = async (client: Pick<pg.ClientBase, 'query'>): Promise<void> => {
  for (const [key, value] of Object.entries(FLOOR))
    await client.query(
      'INSERT INTO floor (key, value) VALUES ($1, $2) ON CONFLICT (key) DO UPDATE SET value = excluded.value',
      [key, value],
    );
};
