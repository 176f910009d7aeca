import assert from 'node:assert/strict';
import { isPublicContract } from '../../../rules/facts/execution/champ.ts';
import { conditionsExecution, conditionsOf } from '../../../rules/facts/execution/conditions.ts';
import { daysOf, delaisPaiement, mostDays } from '../../../rules/facts/execution/paiement.ts';
import { retenues } from '../../../rules/facts/execution/retenue.ts';
import { sousTraitanceInterdite } from '../../../rules/facts/execution/soustraitance.ts';
import { durations } from '../../../rules/kit/french/durations.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const piece = (text: string, path = 'ccap.md'): Piece =>
  open([{ path, text: `# ${path === 'ccap.md' ? 'CCAP' : 'CCTP'}\n\n${text}\n` }]).pieces[0] as Piece;
const one = (line: string) => line.replace(/\n+/g, ' ');
type Case = readonly (readonly [text: string, ...expected: string[]])[];
const cases = (read: (text: string) => string[], list: Case) => {
  for (const [text, ...expected] of list)
    it(`${expected.join(' + ') || 'none'}: ${one(text)}`, () => assert.deepEqual(read(text), expected));
};

describe('the time to pay the holder, with its words', () => {
  const read = (text: string) => {
    const p = piece(text);
    return p
      .ask(delaisPaiement)
      .map((d) => `${d.days}${d.endOfMonth ? ' fin de mois' : ''}${d.health ? ' santé' : ''} : ${p.draft.slice(d.at)}`);
  };
  cases(read, [
    ["Le délai de paiement est d'un mois.", '30 : un mois'],
    ['Le délai de paiement est d’un an.', '365 : un an'],
    ['Le paiement est fait sous 48 heures.'],
    ['Les prestations de ce lot sont réalisées en 15 semaines, congés payés compris.'],
    ['Le délai de paiement est de 45 jours fin de mois.', '45 fin de mois : 45 jours fin de mois'],
    ['Paiement à 30 jours date de facture, fin de mois.', '30 fin de mois : 30 jours date de facture, fin de mois'],
    ['Le paiement intervient à 45 jours, le 10 du mois suivant.', '45 fin de mois : 45 jours'],
    ['Dans les 45 jours, la facture est payée.', '45 : 45 jours'],
    ['Dans les 45 jours de la livraison, la facture est payée.', '45 : 45 jours'],
    ['Dans les 45 jours suivant la livraison, la facture est payée.', '45 : 45 jours'],
    ["Dans les 45 jours, l'avance est payée."],
    ['Dans les 45 jours, la facture est vue.'],
    ['La livraison se fait dans les 45 jours et la facture est payée.'],

    ["La ville dispose de 45 jours pour s'en acquitter.", '45 : 45 jours'],
    ['Le titulaire dispose de 45 jours pour payer ses sous-traitants.'],
    ['La ville dispose de 45 jours pour répondre.'],
    ['Le paiement est fait après livraison à 30 jours.', '30 : 30 jours'],
    ['Le paiement est fait après la remise de la facture, à 60 jours.', '60 : 60 jours'],
    ['La demande de paiement est transmise sous 40 jours.'],
    ['Le paiement est fait tous les deux mois.'],
    ['Le paiement est étalé sur deux mois.'],
    ['Les factures sont payées à 30 jours et les pénalités notifiées sous 60 jours.', '30 : 30 jours'],
    [
      'Le paiement intervient sous 60 jours pour les établissements publics de santé et sous 30 jours pour les autres.',
      '60 santé : 60 jours',
    ],
    ['Le paiement intervient à 30 jours, les intérêts moratoires à 60 jours.'],
    ['Le paiement intervient vite.'],
  ]);

  cases(read, [
    ['## Délai de paiement\n\nLe délai est de 45 jours.', '45 : 45 jours'],
    ['## Délai de paiement\n\n45 jours.', '45 : 45 jours'],

    ['## Délai de paiement\n\nLe délai de vérification est de 45 jours.'],
    ['## Délai de paiement\n\nLe délai est de 45 jours, porté à 60 jours.'],
    [
      '## Délai de paiement\n\nLe maire, en son bureau du troisième étage, reçoit le public, et le délai est de 45 jours.',
    ],
    ['## Délai de paiement\n\nLe maire reçoit le public pour 45 jours.'],
    ['## Délais\n\nLe délai est de 45 jours.'],
    ['## Délai de paiement de 45 jours'],
    [
      '| Objet | Valeur |\n|---|---|\n| Délai de paiement | 45 jours |\n| Délai de livraison | 10 jours |',
      '45 : 45 jours',
    ],
    ['| Objet | Délai de paiement |\n|---|---|\n| Lot 1 | 45 jours |', '45 : 45 jours'],
    ['| Objet | Délai de paiement de l’avance |\n|---|---|\n| Lot 1 | 45 jours |'],
    ['## Paiement\n\n| Objet | Valeur |\n|---|---|\n| Délai | 45 jours |'],
  ]);

  it('counts a month for thirty days and a year for 365', () => {
    const days = (text: string) => durations(text).map(daysOf);
    assert.deepEqual(days('deux mois'), [60]);
    assert.deepEqual(days('deux ans'), [730]);
    assert.deepEqual(days('deux semaines'), [14]);
    assert.deepEqual(days('deux heures'), [undefined]);
  });

  it('is shown with « fin de mois » where it is said', () => {
    const shown = (text: string) => {
      const p = piece(text);
      return delaisPaiement.show(p.ask(delaisPaiement), p);
    };
    assert.deepEqual(shown('Paiement à 45 jours fin de mois. Paiement à 30 jours.'), [
      { jours: 45, finDeMois: true },
      { jours: 30, finDeMois: undefined },
    ]);
    assert.equal(shown('Rien.'), undefined);
  });

  it('is of fifty days at most for a hospital, sixty for a public company, else thirty', () => {
    const many = (words: string) => Array.from({ length: 30 }, () => `${words}\n\n`).join('');
    assert.equal(mostDays(piece('La ville paie.')), 30);
    assert.equal(mostDays(piece('Le CHU paie.')), 50);
    assert.equal(mostDays(piece('La société publique locale paie.')), 60);
    assert.equal(mostDays(piece('La société publique locale du CHU paie.')), 60);
    assert.equal(mostDays(piece(`${many('La ville paie.')}Le CHU paie.`)), 30);
    assert.equal(mostDays(piece(`${many('La ville paie.')}Le CHU paie.\n\nLe CHU paie.`)), 30);
    assert.equal(mostDays(piece(`${many('La ville paie.')}Le CHU paie.\n\nLe CHU paie.\n\nLe CHU paie.`)), 50);
    assert.equal(mostDays(piece(`${many('La ville paie.')}La société publique locale paie.`)), 30);
    const { pieces } = open([
      { path: 'ccap.md', text: '# CCAP\n\nLa ville paie.\n' },
      { path: 'cctp.md', text: '# CCTP\n\nLe CHU est ouvert.\n' },
    ]);
    assert.equal(mostDays(pieces[0] as Piece), 50);
  });
});

describe('a retention, for whom', () => {
  const read = (text: string) => {
    const p = piece(text);
    return p.ask(retenues).map((r) => `${p.draft.slice(r.at)}${r.pme ? ` ${r.pme}` : ''}`);
  };
  cases(read, [
    ['Une retenue de garantie de 5 % est pratiquée.', '5 %'],
    ['Une retenue de garantie de 5 % est pratiquée, 3 % pour les PME.', '5 % distinctes', '3 % seules'],
    ['Une retenue de garantie de 3 % pour les PME, de 5 % pour les autres.', '3 % seules', '5 % distinctes'],
    ['Pour les PME, la retenue de garantie est de 3 %.', '3 % seules'],
    ['La retenue de garantie est de 5 %, que le titulaire soit ou non une PME.', '5 % compris'],
    ['La retenue de garantie est de 5 %, quelle que soit l’entreprise.', '5 %'],
    ['La retenue de garantie est de 5 % du montant. La PME est bienvenue.', '5 % distinctes'],
    ['La retenue de garantie est de 5 %, y compris pour une PME.\n\nPour une PME, rien ne change.', '5 % compris'],
    ['La retenue de garantie est de 5 %, même si le marché est petit.\n\nPour une PME, rien ne change.', '5 %'],
    ['Une retenue de garantie est prévue ; les pénalités sont de 10 %.'],
    ['Une retenue de garantie est prévue ; les pénalités sont de 10 % et la retenue de garantie de 5 %.', '5 %'],
    ['La retenue de garantie, avances comprises, est de 5 %.', '5 %'],
    ["L'avance est de 10 %, la retenue de garantie de 5 %.", '5 %'],
    ["La retenue de garantie est de 5 % de l'avance."],
    ['Une retenue de 10 % est opérée au titre des pénalités.'],
    ['Une retenue de 10 % est opérée.', '10 %'],

    ['La retenue de garantie est de cinq pour mille.'],
    ["Aucune retenue de garantie de 5 % n'est prévue."],
    ['## Retenue de garantie\n\nLe taux est de 5 %.', '5 %'],
    ['## Retenue de garantie\n\nLe taux est de 6 % des 5 points.', '6 %'],
    ['## Retenue de garantie\n\nLe taux de TVA est de 20 %.'],
    ['## Retenue de garantie\n\nLe calcul porte sur 5 % du montant.', '5 %'],
    ['## Avance\n\nLe taux est de 5 %.'],
    ['Le taux est de 5 %.'],
    [
      "## Retenue de garantie\n\nLe taux est de 5 %. Une retenue de garantie de 3 % s'applique aux PME.",
      '5 % distinctes',
      '3 % seules',
    ],
  ]);

  it('is shown with its rate', () => {
    const p = piece('Pour les PME, la retenue de garantie est de 3 %.');
    assert.deepEqual(retenues.show(p.ask(retenues), p), [{ taux: 3, pme: 'seules' }]);
    assert.equal(retenues.show([], p), undefined);
  });
});

describe('sub-contracting forbidden as a whole', () => {
  const read = (text: string) =>
    piece(text)
      .ask(sousTraitanceInterdite)
      .map(({ sentence }) => sentence.text);
  cases(read, [
    ['Le titulaire ne peut sous-traiter le marché.', 'Le titulaire ne peut sous-traiter le marché.'],
    ['La sous-traitance totale ou partielle est interdite.', 'La sous-traitance totale ou partielle est interdite.'],
    ['La sous-traitance totale est interdite.'],
    ['La sous-traitance du marché est interdite.', 'La sous-traitance du marché est interdite.'],
    ['Les prestations ne peuvent être sous-traitées.', 'Les prestations ne peuvent être sous-traitées.'],
    [
      'Les prestations du marché ne peuvent être sous-traitées.',
      'Les prestations du marché ne peuvent être sous-traitées.',
    ],
    ['Ces prestations de nettoyage ne peuvent être sous-traitées.'],
    ['Les études ne peuvent être sous-traitées.'],
    ['Toute sous-traitance occulte est interdite.'],
    ["Aucune prestation ne peut être sous-traitée sans l'accord de l'acheteur."],
    ['La sous-traitance des travaux de gros œuvre est interdite.'],
    ['Les tâches essentielles ne peuvent être sous-traitées.'],
    ["La sous-traitance n'est pas interdite."],
    [
      'Le titulaire exécute le marché sans recourir à un sous-traitant.',
      'Le titulaire exécute le marché sans recourir à un sous-traitant.',
    ],
    [
      'Le titulaire ne saurait en confier aucune part à un tiers.',
      'Le titulaire ne saurait en confier aucune part à un tiers.',
    ],
    ['Le titulaire ne saurait confier aucune part essentielle à un tiers.'],
    ['Le titulaire ne saurait confier aucune part à un tiers sans autorisation.'],
    ...[
      'Celui-ci exécute par ses propres moyens la totalité des prestations et ne peut, à quelque titre que ce soit, en confier l’exécution à un autre opérateur.',
      'Le titulaire ne peut confier tout ou partie des prestations à une autre entreprise.',
      'Le titulaire ne délègue à quiconque la moindre tâche.',
      'LE TITULAIRE NE FAIT REALISER AUCUNE PRESTATION PAR UN TIERS.',
      'Le prestataire exécute seul l’intégralité du marché, à l’exclusion de toute autre entreprise.',
      'Le titulaire n’est pas autorisé à faire exécuter une partie du marché par un prestataire extérieur.',
    ].map((text) => [text, text] as [string, string]),
    ['Le titulaire ne peut confier la totalité des prestations à un tiers.'],
    ['Le titulaire ne peut confier aucune prestation à un tiers, sauf accord de l’acheteur.'],
    ['Le titulaire ne peut confier les tâches essentielles, même en partie, à un tiers.'],
    ['Le titulaire ne peut confier à un tiers aucune partie de la conduite du projet.'],
    ['L’acheteur ne confie aucune prestation à un autre opérateur pendant la durée du marché.'],
    ['Le titulaire ne peut céder tout ou partie du marché à un tiers.'],
    ['Le titulaire ne remet aucune donnée, même en partie, à un tiers.'],
    ['Le titulaire exécute lui-même l’ensemble des prestations.'],
    ['Le titulaire exécute l’ensemble des prestations avec le concours d’un tiers.'],
    ['Le sous-traitant est payé.'],
    [
      'Le titulaire agit seul ; la sous-traitance est interdite ; les clés sont rendues.',
      'Le titulaire agit seul ; la sous-traitance est interdite ; les clés sont rendues.',
    ],
    ['Le vélo est interdit ; le sous-traitant est payé.'],
  ]);

  cases(read, [
    ['## Sous-traitance\n\nInterdite.', 'Interdite.'],
    ['## 8 Recours à la sous-traitance\n\nStrictement interdite.', 'Strictement interdite.'],
    ['## Pénalités\n\nInterdite.'],
    ['## Sous-traitance\n\nLe titulaire agit seul.\n\nInterdite.'],
    ['## Sous-traitance\n\nElle est libre. Interdite.'],
    ['Sous-traitance. Interdite.', 'Interdite.'],
    ['## Sous-traitance et cession\n\nInterdite.'],
    ['Sous-traitance : interdite.', 'Sous-traitance : interdite.'],
    ['Recours à la sous-traitance : non admise', 'Recours à la sous-traitance : non admise'],
    ['Sous-traitance : interdite sans accord.'],
    ['| Objet | Règle |\n|---|---|\n| Sous-traitance | interdite |\n| Cession | interdite |', 'interdite'],
    ['| Interdite | Sous-traitance |\n|---|---|\n| a | b |'],
    ['**8 Sous-traitance.** Interdite.', 'Interdite.'],
    ['## La sous-traitance est interdite'],
    ['## Protection des données\n\nLa sous-traitance est interdite.'],
  ]);

  it('is not where the section allows some, or reserves essential tasks', () => {
    const BAN = 'La sous-traitance est interdite.';
    assert.deepEqual(read(`${BAN} La sous-traitance des études est toutefois possible.`), []);
    assert.deepEqual(read(`${BAN}\n\nUn sous-traitant peut toutefois être autorisé.`), []);
    assert.deepEqual(read(`${BAN} Les tâches essentielles ne sont pas sous-traitées.`), []);
    assert.deepEqual(read(`${BAN} Les sous-traitants sont payés.`), [BAN]);
    assert.deepEqual(read(`${BAN} Le tri est possible.`), [BAN]);
    assert.deepEqual(read(`${BAN}\n\n## Autre\n\nUn sous-traitant peut toutefois être autorisé.`), [BAN]);
    assert.deepEqual(read(`${BAN} Aucun sous-traitant n'est admis, quand il serait possible.`), [
      BAN,
      "Aucun sous-traitant n'est admis, quand il serait possible.",
    ]);
  });

  it('is shown as a count', () => {
    const p = piece('La sous-traitance est interdite.');
    assert.equal(sousTraitanceInterdite.show(p.ask(sousTraitanceInterdite), p), 1);
    assert.equal(sousTraitanceInterdite.show([], p), undefined);
  });
});

describe('conditions of execution, by sentence and title', () => {
  /** « vert : … », « social : … », « exception : … » */
  const read = (text: string) => {
    const { environnement, social, exception } = piece(text).ask(conditionsExecution);
    return [
      ...new Set([
        ...environnement.map((s) => `vert : ${s.text}`),
        ...social.map((s) => `social : ${s.text}`),
        ...(exception ? [`exception : ${exception.text}`] : []),
      ]),
    ];
  };
  const HIRES = 'Le titulaire emploie une personne de la commune.';
  cases(read, [
    ['Le titulaire recycle les cartouches.', 'vert : Le titulaire recycle les cartouches.'],
    ['Le recyclage est une chance.'],
    ['Les candidats décrivent comment le titulaire fera son recyclage.'],
    ['Le titulaire recrute un apprenti.', 'social : Le titulaire recrute un apprenti.'],
    ["L'apprentissage est une chance."],
    ['Les candidats disent comment le titulaire accueille un apprenti.'],
    [
      'Aucune clause sociale n’est prévue, car le marché dure moins de six mois.',
      'exception : Aucune clause sociale n’est prévue, car le marché dure moins de six mois.',
    ],
    ['Aucune clause sociale n’est prévue.'],
    [
      "En application de l'article L. 2112-2-1, en raison de l'urgence, rien n'est prévu.",
      "exception : En application de l'article L. 2112-2-1, en raison de l'urgence, rien n'est prévu.",
    ],
    ["L'article L. 2112-2-1 est visé."],
    [
      "Aucune clause sociale n'est prévue, en raison de sa durée. Aucune clause d'insertion n'est retenue, faute de lien suffisant.",
      "exception : Aucune clause sociale n'est prévue, en raison de sa durée.",
    ],
    ['## Contexte\n\nLe titulaire recycle les cartouches. Le titulaire recrute un apprenti.'],
    [
      '## Contexte environnemental\n\nLe titulaire recycle les cartouches.',
      'vert : Le titulaire recycle les cartouches.',
    ],
    ['## Le titulaire recycle les cartouches'],
  ]);
  cases(read, [
    ['## Clause environnementale\n\nLes trajets se font en train.', 'vert : Les trajets se font en train.'],
    ['## Clauses\n\nLes trajets se font en train.'],
    ['## Environnement technique\n\nLes postes sont sous Linux.'],
    ['## Clause environnementale\n\nSans objet.'],
    ['## Clause environnementale\n\nNéant pour ce marché public.'],
    ['## Clause environnementale\n\nOui.'],
    ['## Clause environnementale\n\nVoir ici.'],
    ['## Clause environnementale\n\n**Trajets des agents en train**'],
    ['## Clause environnementale\n\n### Trajets des agents en train'],
    ['## Clause environnementale\n\n### Trajets\n\nIls se font en train.', 'vert : Ils se font en train.'],
    ['## Clause environnementale\n\n### Un\n\n#### Deux\n\nIls se font en train.'],
    ['## Contexte environnemental\n\nLes trajets se font en train.'],
    ['Environnement : les trajets se font en train.', 'vert : Environnement : les trajets se font en train.'],
    ['Environnement technique : les postes sont sous Linux.'],
    ['## Clause sociale'],
    [`## Clause sociale\n\n${HIRES}`, `social : ${HIRES}`],
    ['## Clause sociale\n\nUne personne de la commune visite le site.'],
    [
      '## Insertion\n\n| Point | |\n|---|---|\n| Public | éloigné de l’emploi (RSA) |\n| Volume | 3 % des heures |',
      'social : éloigné de l’emploi (RSA)',
    ],
    ['## Insertion\n\n| Point | |\n|---|---|\n| Public | éloigné de l’emploi (RSA) |\n| Suivi | trimestriel |'],

    ['## Clause sociale\n\nLe titulaire recycle les cartouches.', 'vert : Le titulaire recycle les cartouches.'],
    [
      "## Développement durable\n\nLes trajets se font en train. L'apprentissage est une chance.",
      'vert : Les trajets se font en train.',
      "social : L'apprentissage est une chance.",
    ],
    ["## Développement durable\n\nL'apprentissage est la règle des candidats."],
  ]);

  it('are those of every piece that may hold one, and an exception may stand in any', () => {
    const all = (cctp: string, rc: string) => {
      const { pieces } = open([
        { path: 'cctp.md', text: `# CCTP\n\n${cctp}\n` },
        { path: 'rc.md', text: `# Règlement de la consultation\n\n${rc}\n` },
      ]);
      return conditionsOf(pieces[0] as Piece);
    };
    const GREEN = 'Le titulaire recycle les cartouches.';
    const SOCIAL = 'Le titulaire recrute un apprenti.';
    const NONE = 'Aucune clause sociale n’est prévue, car le marché dure moins de six mois.';
    assert.deepEqual(all(GREEN, ''), { environnement: true, social: false, exception: false });
    assert.deepEqual(all(SOCIAL, ''), { environnement: false, social: true, exception: false });
    assert.deepEqual(all('', `${GREEN} ${SOCIAL}`), { environnement: false, social: false, exception: false });
    assert.deepEqual(all('', NONE), { environnement: false, social: false, exception: true });
    assert.deepEqual(all(NONE, ''), { environnement: false, social: false, exception: true });
  });

  it('are shown where there is one, or an exception', () => {
    const shown = (text: string) => {
      const p = piece(text);
      return conditionsExecution.show(p.ask(conditionsExecution), p);
    };
    assert.deepEqual(shown('Le titulaire recycle les cartouches.'), {
      environnement: true,
      social: false,
      exception: false,
    });
    assert.deepEqual(shown('Le titulaire recrute un apprenti.'), {
      environnement: false,
      social: true,
      exception: false,
    });
    assert.deepEqual(shown('Aucune clause sociale n’est prévue, en raison de sa durée.'), {
      environnement: false,
      social: false,
      exception: true,
    });
    assert.equal(shown('Rien.'), undefined);
  });
});

describe('the contracts on whose execution the rules bear', () => {
  const bear = (path: string, text: string) => isPublicContract(open([{ path, text }]).pieces[0] as Piece);
  it('are public contracts, and not calls for projects', () => {
    assert.equal(bear('ccap.md', '# CCAP\n\nLe titulaire nettoie.\n'), true);
    assert.equal(
      bear('ccap.md', '---\ndce:\n  procedure: appel-a-projets\n---\n\n# CCAP\n\nLe titulaire nettoie.\n'),
      false,
    );
    assert.equal(bear('appel.md', '---\ndce:\n  piece: appel-a-projets\n---\n\n# Appel à projets\n\nTexte.\n'), false);
    assert.equal(bear('ccap.md', '---\ndce:\n  procedure: recherche-developpement\n---\n\n# CCAP\n\nTexte.\n'), false);
    assert.equal(bear('aap.md', '# Appel à projets\n\nLes porteurs de projets déposent un dossier.\n'), false);
  });
});
