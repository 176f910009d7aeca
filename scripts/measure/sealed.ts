/**
 * Scores the sealed wordings through the whole program: each in a small piece of its kind and procedure. Prints counts
 * alone, never a sentence: what is read to repair is sealed no more.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { openConsultation } from '../../rules/consultation/open.ts';
import { rules } from '../../rules/index.ts';
import { lint } from '../../server/core/lint.ts';

export const FOLDER = new URL('../../test/reading/sealed/', import.meta.url);

/** A sealed line. */
export interface Sealed {
  readonly says: boolean;
  /** The rule, or the concept that answers one. */
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
const CCTP: Frame = { file: 'cctp.md', procedure: 'mapa', opening: '# CCTP' };
const CALL: Frame = { file: 'appel-a-projets.md', procedure: '', opening: '# Appel à projets' };
/** The piece and the procedure in which a rule can speak. */
const FRAMES: Readonly<Record<string, Frame>> = {
  'appel-a-projets/contrepartie': CALL,
  'appel-a-projets/initiative': CALL,
  'besoin/exigence-mesurable': CCTP,
  'besoin/moyens-imposes': CCTP,
  // What is not said at all is a finding too: it is said, and the line may break it.
  'concours/anonymat': {
    file: 'reglement-concours.md',
    procedure: 'concours',
    opening: '# Règlement du concours\n\nLes projets sont remis de façon anonyme.',
  },
  'execution/sous-traitance-interdite': CCAP,
  'pi/cession-globale': CCAP,
  'pi/droits-moraux': CCAP,
  // The contractor's use of the results matters where rights in them are granted.
  'pi/droits-titulaire': {
    ...CCAP,
    opening:
      '# CCAP\n\nLe titulaire cède à l’acheteur les droits de reproduction, de représentation et d’adaptation des résultats.',
  },
  'pi/propriete-materielle': CCAP,
  'procedure/negociation-interdite': { ...RC, procedure: 'procedure-avec-negociation' },
  'procedure/negociation-offre-finale': { ...RC, procedure: 'dialogue-competitif' },
  'recherche/dissociation': {
    file: 'ccap.md',
    procedure: 'recherche-developpement',
    opening:
      '# CCAP\n\nLe marché porte sur des services de recherche et développement exclus du code de la commande publique (article L. 2512-5).',
  },
};

const CONTEST: Frame = { file: 'reglement-concours.md', procedure: 'concours', opening: '# Règlement du concours' };
const rcWith = (sentence: string, procedure = RC.procedure): Frame => ({
  ...RC,
  procedure,
  opening: `${RC.opening}\n\n${sentence}`,
});
/** What answers a rule, with the rule, in a piece that wakes it: the line is found when the rule has nothing to say. */
const ANSWERS: Readonly<Record<string, Frame & { readonly rule: string }>> = {
  'allotissement/motif': { ...rcWith('Le marché n’est pas alloti.'), rule: 'allotissement/absence-motivee' },
  'besoin/non-couvert-par-le-marche': {
    ...RC,
    procedure: 'partenariat-innovation',
    rule: 'partenariat/besoin-non-couvert',
  },
  'concours/anonymat-garanti': { ...CONTEST, rule: 'concours/anonymat' },
  'concours/criteres-des-projets': { ...CONTEST, rule: 'concours/criteres' },
  'execution/obligation-environnementale': { ...CCAP, rule: 'execution/condition-environnementale' },
  'execution/obligation-sociale': {
    ...CCAP,
    opening: '# CCAP\n\nMarché de services de nettoyage. Le montant estimé du marché est de 1 500 000 € HT.',
    rule: 'execution/condition-sociale',
  },
  'procedure/attribution-sur-offres-initiales': {
    ...rcWith('L’acheteur pourra négocier avec les candidats.'),
    rule: 'procedure/attribution-sans-negociation',
  },
  'procedure/confidentialite-des-solutions': {
    ...rcWith('Les variantes sont autorisées.', 'procedure-avec-negociation'),
    rule: 'variantes/confidentialite',
  },
  'sourcage/informations-remises-a-tous': {
    ...rcWith('Un sourçage a été mené auprès de trois entreprises.'),
    rule: 'sourcage/informations-partagees',
  },
  'tranches/jugees-ensemble': {
    ...rcWith('Le marché comprend une tranche ferme et deux tranches optionnelles.'),
    rule: 'tranches/jugement-offres',
  },
  'variantes/exigences-enoncees': {
    ...rcWith('Les variantes sont autorisées.'),
    rule: 'variantes/exigences-minimales',
  },
  'variantes/memes-criteres': { ...rcWith('Les variantes sont autorisées.'), rule: 'variantes/criteres-evaluation' },
};

/** True for a line of what answers a rule, and not of what makes a fault. */
export const isAnswer = ({ rule }: Sealed): boolean => rule in ANSWERS;

/** True when the rule has a finding in the small piece that holds the line; of what answers a rule, when it has none. */
export function isFound({ rule: id, heading, context, text }: Omit<Sealed, 'says' | 'hand'>): boolean {
  const answer = ANSWERS[id];
  const { file, procedure, opening } = answer ?? FRAMES[id] ?? RC;
  const title = heading ? `## ${heading}\n\n` : '';
  const led =
    context && /:\s*$/.test(context)
      ? `${context}\n\n- ${text.replace(/^[-–•]\s*/, '')}\n`
      : `${context} ${text}`.trim();
  const head = procedure && `  procedure: ${procedure}\n`;
  const body = `---\ndce:\n${head}  date: 2026-12-01\n---\n${opening}\n\n${title}${led}\n`;
  const consultation = openConsultation([{ path: file, text: body }], { date: '2026-12-01' });
  const { findings } = lint(consultation, { rules: rules.filter((r) => r.id === (answer?.rule ?? id)) });
  return findings.length > 0 !== (answer !== undefined);
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
