/**
 * Scores the sealed wordings through the whole program: each in a small piece of its kind and procedure. Prints counts
 * alone, never a sentence: what is read to repair is sealed no more.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { openConsultation } from '../../rules/facts/piece.ts';
import { rules } from '../../rules/index.ts';
import { lint } from '../../server/core/lint.ts';

export const FOLDER = new URL('../../test/reading/sealed/', import.meta.url);

/** A sealed line. */
export interface Sealed {
  readonly says: boolean;
  readonly rule: string;
  readonly heading: string;
  readonly context: string;
  readonly text: string;
  readonly hand: string;
}

export const readSealed = (folder: URL = FOLDER): Sealed[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith('.tsv'))
    .sort()
    .flatMap((file) =>
      readFileSync(new URL(file, folder), 'utf8')
        .split('\n')
        .filter(Boolean)
        .map((line) => {
          const [says, rule = '', heading = '', context = '', text = ''] = line.split('\t');
          return { says: says === '1', rule, heading, context, text, hand: file.replace(/\.tsv$/, '') };
        }),
    );

interface Frame {
  readonly file: string;
  readonly procedure: string;
  readonly opening: string;
}
const RC: Frame = { file: 'rc.md', procedure: 'mapa', opening: '# Règlement de la consultation' };
const CCAP: Frame = { file: 'ccap.md', procedure: 'mapa', opening: '# CCAP' };
/** The piece and the procedure in which a rule can speak. */
const FRAMES: Readonly<Record<string, Frame>> = {
  'besoin/moyens-imposes': { file: 'cctp.md', procedure: 'mapa', opening: '# CCTP' },
  'pi/cession-globale': CCAP,
  'pi/droits-moraux': CCAP,
  'procedure/negociation-interdite': { ...RC, procedure: 'procedure-avec-negociation' },
  'procedure/negociation-offre-finale': { ...RC, procedure: 'dialogue-competitif' },
  'recherche/dissociation': {
    file: 'ccap.md',
    procedure: 'recherche-developpement',
    opening:
      '# CCAP\n\nLe marché porte sur des services de recherche et développement exclus du code de la commande publique (article L. 2512-5).',
  },
};

/** True when the rule has a finding in the small piece that holds the line. */
export function isFound({ rule: id, heading, context, text }: Omit<Sealed, 'says' | 'hand'>): boolean {
  const { file, procedure, opening } = FRAMES[id] ?? RC;
  const title = heading ? `## ${heading}\n\n` : '';
  const led =
    context && /:\s*$/.test(context)
      ? `${context}\n\n- ${text.replace(/^[-–•]\s*/, '')}\n`
      : `${context} ${text}`.trim();
  const body = `---\ndce:\n  procedure: ${procedure}\n  date: 2026-12-01\n---\n${opening}\n\n${title}${led}\n`;
  const consultation = openConsultation([{ path: file, text: body }], { date: '2026-12-01' });
  return lint(consultation, { rules: rules.filter((r) => r.id === id) }).findings.length > 0;
}

/** Found and taken, of those that say it and of those that do not. */
export interface Score {
  readonly said: number;
  readonly found: number;
  readonly unsaid: number;
  readonly taken: number;
}

export const scoreOf = (lines: readonly Sealed[], found: (line: Sealed) => boolean): Score => {
  const count = (says: boolean, only: (line: Sealed) => boolean) =>
    lines.filter((l) => l.says === says && only(l)).length;
  return {
    said: count(true, () => true),
    found: count(true, found),
    unsaid: count(false, () => true),
    taken: count(false, found),
  };
};
