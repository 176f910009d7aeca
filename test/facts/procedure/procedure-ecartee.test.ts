import assert from 'node:assert/strict';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { procedure } from '../../../rules/facts/procedure/procedure.ts';

const followed = (said: string) => {
  const text = `# Règlement de la consultation\n\n## 1. Objet\n\nFourniture de balances.\n\n## 2. Conditions\n\n${said}\n`;
  const [piece] = openConsultation([{ path: 'rc.md', text }], { date: '2026-12-01' }).pieces;
  assert.ok(piece);
  return piece.ask(procedure).name;
};

const NOT_FOLLOWED: readonly string[] = [
  'Partenariat d’innovation : hypothèse examinée, puis écartée.',
  'Partenariat d’innovation – non retenu.',
  'Le partenariat d’innovation, envisagé un temps pour le troisième lot, n’a pas été retenu.',
  'Le recours au dialogue compétitif a été étudié, puis abandonné.',
  'Le partenariat d’innovation, un temps envisagé, a été écarté.',
  'Le dialogue compétitif est jugé disproportionné et n’est pas retenu.',
  'Le dialogue compétitif a-t-il été envisagé ? Il l’a été par les services ; il n’a pas été retenu.',
  'Un dialogue compétitif a été envisagé. Cette voie a été écartée en raison de son coût.',
  'S’agit-il d’un concours restreint ? Non.',
  'L’établissement a renoncé au partenariat d’innovation.',
  'Marché sans rapport avec le partenariat d’innovation en cours avec un tiers.',
  'AMO pour la préparation d’un futur partenariat d’innovation : rédaction du programme.',
  'Assistance à la conduite d’un dialogue compétitif.',
  'Formation des acheteurs à la procédure avec négociation.',
  'Marché ordinaire, et non un partenariat d’innovation.',
  'L’assemblée a écarté l’hypothèse d’un dialogue compétitif.',
  'Le dialogue compétitif n’aurait guère de sens ici.',
  'Ni acquisition ultérieure, ni partenariat d’innovation.',
];

const FOLLOWED: readonly (readonly [string, string])[] = [
  ['L’appel d’offres ouvert est retenu, le dialogue compétitif écarté.', 'appel-offres-ouvert'],
  ['S’agit-il d’un dialogue compétitif ? Oui.', 'dialogue-competitif'],
  ['Pourquoi un partenariat d’innovation ? Aucune solution n’existe.', 'partenariat-innovation'],
  ['Procédure adaptée : tout dépôt sur papier est rejeté.', 'mapa'],
  ['Procédure avec négociation : l’offre irrégulière est écartée.', 'procedure-avec-negociation'],
  ['La procédure adaptée est suivie. Elle permet de négocier, et une offre hors délai a été écartée.', 'mapa'],
  ['La ville passe un appel d’offres ouvert, et non un partenariat d’innovation.', 'appel-offres-ouvert'],
  ['La ville passe un dialogue compétitif, et non sans raison.', 'dialogue-competitif'],
  ['Marché d’assistance juridique passé en procédure adaptée.', 'mapa'],
  ['Marché d’accompagnement des agents lancé par voie d’appel d’offres ouvert.', 'appel-offres-ouvert'],
];

describe('a procedure that is named and not followed', () => {
  for (const said of NOT_FOLLOWED) it(`is none: ${said}`, () => assert.equal(followed(said), undefined));
  for (const [said, name] of FOLLOWED) it(`${name}: ${said}`, () => assert.equal(followed(said), name));
});
