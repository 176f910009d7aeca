import assert from 'node:assert/strict';
import anonymatRule from '../../../rules/concours/anonymat.ts';
import cession from '../../../rules/concours/cession-resultats.ts';
import criteresRule from '../../../rules/concours/criteres.ts';
import independance from '../../../rules/concours/jury-independance.ts';
import qualification from '../../../rules/concours/jury-qualification.ts';
import marche from '../../../rules/concours/marche-ulterieur.ts';
import forme from '../../../rules/concours/ouvert-ou-restreint.ts';
import primeRule from '../../../rules/concours/prime.ts';
import pv from '../../../rules/concours/proces-verbal.ts';
import complet from '../../../rules/concours/reglement-complet.ts';
import { openConsultation } from '../../../rules/consultation/open.ts';
import { anonymat } from '../../../rules/facts/concours/anonymat.ts';
import { concours } from '../../../rules/facts/concours/concours.ts';
import { criteresProjets } from '../../../rules/facts/concours/criteres.ts';
import { formeConcours } from '../../../rules/facts/concours/forme.ts';
import { jury } from '../../../rules/facts/concours/jury.ts';
import { juryQualification } from '../../../rules/facts/concours/jury-qualification.ts';
import { prime } from '../../../rules/facts/concours/prime.ts';
import { productions } from '../../../rules/facts/concours/productions.ts';
import { suites } from '../../../rules/facts/concours/suites.ts';
import { lint } from '../../../server/core/lint.ts';

const open = (text: string, path = 'reglement-concours.md') => {
  const { pieces } = openConsultation([{ path, text }], { date: '2026-12-01' });
  const [piece] = pieces;
  assert.ok(piece);
  return piece;
};
const inConcours = (body: string) => open(`# Règlement du concours\n\n${body}\n`);
const inHackathon = (body: string) => open(`# Règlement du hackathon\n\n${body}\n`);

describe('regime of a competition', () => {
  const TABLE: readonly (readonly [string, 'concours' | 'hackathon', string])[] = [
    ['# Règlement du concours', 'concours', 'Le lauréat est choisi après avis du jury.'],
    ['# Règlement du hackathon', 'hackathon', 'Les équipes présentent leurs idées.'],
    ['# Règlement du hackathon', 'hackathon', 'L’événement ne constitue ni un marché public ni un concours.'],
    ['# Règlement du hackathon', 'hackathon', 'Aucune prime n’est versée. Le prix du public est un trophée.'],
    ['# Règlement du hackathon', 'concours', 'L’équipe lauréate reçoit une prime de 5 000 €.'],
    ['# Règlement du hackathon', 'concours', 'Un prix de 3 000 € est remis à l’équipe gagnante.'],
    ['# Règlement du hackathon', 'concours', 'Un marché de services sera conclu avec l’équipe lauréate.'],
    [
      '# Règlement du hackathon',
      'concours',
      'Il est organisé sous la forme d’un concours au sens de l’article L. 2125-1.',
    ],
    ['# Règlement du défi numérique', 'hackathon', 'Le défi se tient en mai. Il n’est suivi d’aucun marché.'],
  ];
  for (const [title, kind, body] of TABLE)
    it(`${title} « ${body} » is a ${kind}`, () => {
      assert.equal(open(`${title}\n\n${body}\n`).ask(concours).kind, kind);
    });
});

describe('form of a concours', () => {
  const TABLE: readonly (readonly [string, string | undefined])[] = [
    ['Il s’agit d’un concours ouvert en un degré.', 'ouvert'],
    ['La participation est ouverte à toute personne physique ou morale.', 'ouvert'],
    ['Peuvent participer tous les opérateurs économiques établis dans l’Union.', 'ouvert'],
    ['Les projets sont remis sans sélection préalable des candidats.', 'ouvert'],
    ['La ville organise un concours restreint de maîtrise d’œuvre.', 'restreint'],
    ['CONCOURS RESTREINT SUR ESQUISSE', 'restreint'],
    ['Forme : restreint.', 'restreint'],
    ['Les inscriptions sont ouvertes jusqu’au 3 mars.', undefined],
    ['Le concours est ouvert du 3 mars au 5 mai 2027.', undefined],
    ['Le concours peut être ouvert ou restreint.', undefined],
    ['Les plis sont ouverts par le secrétariat.', undefined],
  ];
  for (const [body, wanted] of TABLE)
    it(`reads ${wanted ?? 'no form'} in « ${body} »`, () => {
      assert.equal(inConcours(body).ask(formeConcours).forme, wanted);
    });

  const LIMITS: readonly (readonly [string, boolean, boolean])[] = [
    ['Quatre équipes sont invitées à concourir, en fonction de leurs références et de leurs compétences.', true, true],
    ['Le nombre de candidats admis est limité à cinq.', true, false],
    ['Les candidatures sont appréciées au regard de la qualité des références.', false, true],
    ['La commune retient les équipes les plus motivées.', false, false],
    ['Trois à cinq candidats seront retenus librement par le maire.', true, false],
    ['Le nombre et les critères de sélection des candidats figurent dans l’avis de concours.', true, true],
  ];
  for (const [body, number, criteria] of LIMITS)
    it(`reads number ${number}, criteria ${criteria} in « ${body} »`, () => {
      const f = inConcours(`Le concours est restreint.\n\n${body}`).ask(formeConcours);
      assert.deepEqual([f.limite || f.nombreAilleurs, f.criteres], [number, criteria]);
    });
});

describe('jury', () => {
  const INDEPENDENT: readonly (readonly [string, boolean])[] = [
    ['Le jury est composé exclusivement de personnes indépendantes des participants au concours.', true],
    ['Les membres du jury sont indépendants des candidats.', true],
    ['Aucun membre du jury ne peut avoir de lien, direct ou indirect, avec un concurrent.', true],
    ['Les jurés signent une déclaration d’absence de conflit d’intérêts.', true],
    ['Un membre du jury qui aurait un intérêt dans une équipe se déporte.', true],
    ['L’indépendance des membres du jury à l’égard des concurrents est garantie.', true],
    ['Le jury est composé de cinq membres.', false],
    ['Le jury, présidé par une personnalité indépendante, compte cinq membres.', false],
    ['Le jury comprend cinq membres, indépendants de la commune.', false],
    ['Le jury est composé en majorité de personnes indépendantes des participants.', false],
    [
      'Les membres du jury sont désignés en toute indépendance par le maire… ou non : leur indépendance n’est pas requise.',
      false,
    ],
  ];
  for (const [body, wanted] of INDEPENDENT)
    it(`${wanted ? 'is' : 'is not'} independent: « ${body} »`, () => {
      assert.equal(inConcours(body).ask(jury).independent, wanted);
    });

  const SHARES: readonly (readonly [string, number, number])[] = [
    ['Le jury compte six membres, dont un ingénieur.', 6, 1],
    ['Le jury est composé de neuf membres, dont trois ingénieurs.', 9, 3],
    ['Le jury réunit sept personnes : deux ingénieurs, trois élus, un médecin et une usagère.', 7, 2],
    ['| Qualité | Nombre |\n|---|---|\n| Élus | 3 |\n| Ingénieurs | 1 |\n| Usagers | 2 |', 6, 1],
    ['Le jury comprend :\n\n- le président du conseil ;\n- deux ingénieurs ;\n- une représentante des usagers.', 4, 2],
  ];
  for (const [body, members, qualified] of SHARES)
    it(`counts ${qualified} of ${members}: « ${body.slice(0, 60)} »`, () => {
      const text = `## Équipes\n\nChaque candidat doit être titulaire du titre d’ingénieur.\n\n## Jury\n\n${body}`;
      const { required, composition } = inConcours(text).ask(juryQualification);
      assert.ok(required);
      assert.deepEqual([composition?.members, composition?.qualified], [members, qualified]);
    });
});

describe('anonymity', () => {
  const TABLE: readonly (readonly [string, boolean, string | undefined])[] = [
    ['L’anonymat des concurrents est garanti jusqu’à la signature du procès-verbal par le jury.', true, undefined],
    ['Les projets sont rendus anonymes par un huissier avant leur examen par le jury.', true, undefined],
    [
      'Le secrétariat attribue un code à chaque projet : le jury ignore qui en est l’auteur et juge sans connaître l’identité des équipes.',
      true,
      undefined,
    ],
    ['L’anonymat est levé à l’ouverture des plis.', true, 'leve'],
    ['Il est dérogé à la règle : les projets ne sont pas anonymes.', false, 'refuse'],
    ['Les candidats défendent leur projet à l’oral devant le jury, qui délibère ensuite.', false, 'presentation'],
    ['Les données des usagers sont anonymisées.', false, undefined],
    ['Le jury vote de façon anonyme.', false, undefined],
  ];
  for (const [body, said, kind] of TABLE)
    it(`« ${body} »`, () => {
      const a = inConcours(body).ask(anonymat);
      assert.deepEqual([a.sentence !== undefined, a.kind], [said, kind]);
    });
});

describe('criteria of the projects', () => {
  const TABLE: readonly (readonly [string, boolean])[] = [
    ['Les projets sont classés au regard de la qualité architecturale, de la fonctionnalité et du coût.', true],
    ['Critères d’évaluation : pertinence, originalité, faisabilité.', true],
    ['Les critères de jugement sont énoncés dans l’avis de concours.', true],
    ['Chaque projet est noté sur 20 selon les critères suivants :\n\n- usage ;\n- coût.', true],
    ['Le jury choisit le meilleur projet.', false],
    ['Les candidatures sont sélectionnées selon les critères suivants :\n\n- références ;\n- moyens.', false],
    ['Le jury arrêtera ses critères ; ils seront communiqués ultérieurement aux équipes avec les projets.', false],
  ];
  for (const [body, given] of TABLE)
    it(`${given ? 'given' : 'not given'}: « ${body.slice(0, 70)} »`, () => {
      assert.equal(inConcours(body).ask(criteresProjets).given, given);
    });
});

describe('prime', () => {
  const TABLE: readonly (readonly [string, readonly number[], boolean])[] = [
    ['Les concurrents ayant remis des prestations conformes reçoivent une prime de 25 000 € HT.', [25000], true],
    ['Une indemnité de quatre mille euros est allouée à chaque équipe non retenue.', [4000], true],
    ['Chaque candidat admis percevra une prime. Elle s’élève à 12 000 € HT.', [12000], true],
    ['| Rang | Prime |\n|---|---|\n| 1er | 6 000 € |\n| 2e | 3 000 € |', [6000, 3000], true],
    ['Une indemnité de déplacement de 450 € est versée à chaque équipe.', [], false],
    ['La prime d’assurance de 300 € est à la charge de l’organisateur.', [], false],
    ['Le prix du public est doté de 500 €.', [], false],
    ['Le présent règlement prime sur l’avis de concours.', [], false],
    ['Le budget du projet est estimé à 260 000 € HT.', [], false],
  ];
  for (const [body, values, spoken] of TABLE)
    it(`« ${body.slice(0, 70)} »`, () => {
      const p = inConcours(body).ask(prime);
      assert.deepEqual(
        p.amounts.map((a) => a.value),
        values,
      );
      assert.equal(p.promised !== undefined || p.amounts.length > 0, spoken);
    });
});

describe('what follows', () => {
  const TABLE: readonly (readonly [string, boolean | undefined, string | undefined])[] = [
    [
      'Un marché de maîtrise d’œuvre sera attribué au lauréat. La prime constitue un acompte sur ce marché.',
      true,
      'counted',
    ],
    [
      'L’acheteur pourra attribuer au lauréat, sans publicité ni mise en concurrence, un marché public de services.',
      true,
      undefined,
    ],
    ['Le lauréat se verra confier la réalisation du projet.', false, undefined],
    ['L’équipe gagnante sera rémunérée pour développer son application.', false, undefined],
    ['Le marché est négocié avec le lauréat. La prime s’ajoute au prix du marché.', true, 'apart'],
    ['Aucun marché ne sera conclu avec le lauréat.', undefined, undefined],
    ['Le lauréat présente son projet aux agents.', undefined, undefined],
  ];
  for (const [body, announced, deduction] of TABLE)
    it(`« ${body} »`, () => {
      const s = inConcours(body).ask(suites);
      assert.deepEqual([s.contract?.announced, s.deduction], [announced, deduction]);
    });
});

describe('productions of teams', () => {
  const TABLE: readonly (readonly [string, boolean, boolean])[] = [
    ['Les équipes codent un prototype. La caisse le met en service et l’adapte.', true, false],
    ['Les équipes remettent des maquettes, que l’organisateur pourra reproduire et adapter.', true, false],
    ['Les prototypes développés seront réutilisés par la direction du numérique.', true, false],
    ['Les équipes développent une application ; elles en cèdent les droits à la caisse, qui l’exploite.', true, true],
    ['Les équipes développent une application et en gardent la propriété.', false, false],
    ['Les équipes développent un prototype. La caisse ne l’utilise pas.', false, false],
    ['L’organisateur diffuse les noms des lauréats. Les équipes remettent une maquette.', false, false],
  ];
  for (const [body, used, assigned] of TABLE)
    it(`« ${body} »`, () => {
      const p = inHackathon(`## Suites\n\n${body}`).ask(productions);
      assert.deepEqual([p.use !== undefined, p.assignment !== undefined], [used, assigned]);
    });
});

describe('one text under each procedure', () => {
  const rules = [
    anonymatRule,
    cession,
    criteresRule,
    independance,
    qualification,
    marche,
    forme,
    primeRule,
    pv,
    complet,
  ];
  const text = `## Jury

Le jury compte six membres, dont un architecte. Le mandataire de chaque équipe doit être un architecte inscrit à l’ordre.
Les équipes présentent leur projet sous leur nom devant le jury, puis le jury délibère. Un dialogue avec le jury est possible.

## Suites

Une prime est versée aux équipes, qui remettent des plans. Un marché sera attribué au lauréat. Le maître d’ouvrage exploite les plans remis.
Chacun prête son concours, avec le concours de la région.
`;
  const fired = (piece: string, procedure: string | undefined) => {
    const head = `---\ndce:\n  piece: ${piece}\n${procedure ? `  procedure: ${procedure}\n` : ''}---\n\n`;
    const title = piece === 'rc' ? '# Règlement de la consultation' : '# Règlement du concours';
    const consultation = openConsultation([{ path: 'p.md', text: `${head}${title}\n\n${text}` }], {
      date: '2026-12-01',
    });
    return lint(consultation, { rules, rethrow: true })
      .findings.map((f) => f.rule.id.slice('concours/'.length))
      .sort();
  };
  const BOTH = [
    'anonymat',
    'criteres',
    'jury-independance',
    'jury-qualification',
    'marche-ulterieur',
    'ouvert-ou-restreint',
    'prime',
    'proces-verbal',
  ];
  for (const procedure of [
    'mapa',
    'appel-offres-ouvert',
    'appel-offres-restreint',
    'dialogue-competitif',
    'procedure-avec-negociation',
    'partenariat-innovation',
    'negociee-sans-publicite',
    undefined,
  ])
    it(`fires no rule on concours in an RC under ${procedure ?? 'no named procedure'}`, () => {
      assert.deepEqual(fired('rc', procedure), []);
    });
  it('fires in an RC whose procedure is the concours, save the rules on the organiser’s own rules', () => {
    assert.deepEqual(fired('rc', 'concours'), BOTH);
  });
  it('fires in the rules of a concours', () => {
    assert.deepEqual(fired('reglement-concours', 'concours'), [...BOTH, 'cession-resultats'].sort());
  });
});
