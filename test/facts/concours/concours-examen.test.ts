import assert from 'node:assert/strict';
import { placeFor } from '../../../rules/facts/commun/concours-mots.ts';
import { anonymat } from '../../../rules/facts/concours/anonymat.ts';
import { concours } from '../../../rules/facts/concours/concours.ts';
import { reglementHackathon } from '../../../rules/facts/concours/hackathon.ts';
import { productions } from '../../../rules/facts/concours/productions.ts';
import { fr } from '../../../rules/kit/french/pattern.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import type { Span } from '../../../rules/kit/span.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (text: string, path = 'reglement-concours.md'): Piece => {
  const [piece] = open([{ path, text }]).pieces;
  assert.ok(piece);
  return piece;
};
const inConcours = (body: string) => pieceOf(`# Règlement du concours\n\n${body}\n`);
const inHackathon = (body: string) => pieceOf(`# Règlement du hackathon\n\n${body}\n`);
const words = (piece: Piece, at: Span | undefined) => at && piece.draft.slice(at);

describe('the regime of a competition, by its title and its text', () => {
  const regime = (text: string, path?: string): string => {
    const { kind, event } = pieceOf(text, path).ask(concours);
    return [kind ?? 'autre', event && 'événement'].filter(Boolean).join(', ');
  };
  const TABLE: readonly (readonly [string, string])[] = [
    ['# Règlement du concours\n\nLe lauréat est choisi par le jury.', 'concours'],
    ['# REGLEMENT DU HACKATHON\n\nLes équipes présentent leurs idées.', 'hackathon, événement'],
    ['# Règlement du concours du hackathon\n\nLes équipes présentent leurs idées.', 'hackathon, événement'],
    ['# Règlement du concours « Défi mobilité »\n\nLes équipes présentent leurs idées.', 'concours'],
    ['# Règlement du challenge\n\nLes équipes présentent leurs idées.', 'hackathon, événement'],
    ['# Ville de Rennes\n\n## Règlement du datathon\n\nLes équipes codent.', 'hackathon, événement'],
    [
      '# Règlement\n\nLe hackathon a lieu en mai. Le hackathon dure deux jours. Ce hackathon est gratuit.',
      'hackathon, événement',
    ],
    ['# Règlement\n\nLe hackathon a lieu en mai. Le hackathon dure deux jours.', 'concours'],
    ['# Règlement du hackathon\n\nIl relève de la technique d’achat du concours.', 'concours, événement'],
    ['# Règlement du hackathon\n\nPour mémoire, un concours ouvert avait eu lieu.', 'hackathon, événement'],
    ['# Règlement du hackathon\n\nIl ne constitue pas un concours au sens du code.', 'hackathon, événement'],
    [
      '# Règlement du hackathon\n\nIl ne constitue pas un concours. Une prime de 500 € est versée à l’équipe.',
      'concours, événement',
    ],
    ['# Règlement du concours\n\nIl ne constitue pas un concours au sens du code.', 'hackathon'],
    [
      '---\ndce:\n  procedure: concours\n---\n\n# Règlement du hackathon\n\nIl ne constitue pas un concours.',
      'concours, événement',
    ],
  ];
  for (const [text, wanted] of TABLE)
    it(`${wanted}: ${text.replaceAll('\n', ' ')}`, () => {
      assert.equal(regime(text), wanted);
    });
  it('is no matter for another piece, save a règlement de la consultation that follows a concours', () => {
    assert.equal(regime('# RC\n\nLa procédure est un concours restreint.', 'rc.md'), 'concours');
    assert.equal(regime('# RC\n\nLa procédure est un appel d’offres ouvert.', 'rc.md'), 'autre');
    assert.equal(regime('# CCAP\n\nLe marché fait suite à un concours restreint.', 'ccap.md'), 'autre');
  });
  it('is pointed at where the text tells it, a denial first', () => {
    const at = (body: string) => {
      const piece = inHackathon(body);
      return words(piece, piece.ask(concours).at);
    };
    assert.equal(at('Il relève de la technique d’achat du concours.'), 'technique d’achat');
    assert.equal(
      at('Il relève d’une technique d’achat. Il ne constitue pas un concours.'),
      'ne constitue pas un concours',
    );
    assert.equal(at('Les équipes codent.'), undefined);
  });
  it('is shown', () => {
    const shown = (text: string) => {
      const piece = pieceOf(text);
      return concours.show?.(piece.ask(concours), piece);
    };
    assert.deepEqual(shown('# Règlement du concours\n\nTexte.'), { regime: 'concours', evenement: false });
    assert.deepEqual(shown('# Règlement du hackathon\n\nTexte.'), { regime: 'hors concours', evenement: true });
    const ccap = pieceOf('# CCAP\n\nTexte.', 'ccap.md');
    assert.equal(concours.show?.(ccap.ask(concours), ccap), undefined);
  });
});

describe('projects examined without their authors’ names', () => {
  const told = (body: string): string => {
    const a = inConcours(body).ask(anonymat);
    return [a.sentence && 'prévu', a.kind].filter(Boolean).join(', ');
  };
  const TABLE: readonly (readonly [string, string])[] = [
    ['L’ANONYMAT EST RESPECTE.', 'prévu'],
    ['Les dossiers sont rendus anonymes.', 'prévu'],
    ['Le jury examine les projets sans connaître leurs auteurs.', 'prévu'],
    ['Aucun signe ne permet d’identifier les auteurs des planches.', 'prévu'],
    ['Les règles d’anonymat figurent dans l’avis de concours.', 'prévu'],
    ['L’anonymat est levé après l’avis du jury.', 'prévu'],
    ['L’anonymat n’est levé qu’après l’avis du jury.', 'prévu'],
    ['Le non-respect de l’anonymat, qui n’est levé qu’après le vote, entraîne l’exclusion.', 'prévu'],
    ['Une prestation qui ne respecte pas la règle et n’est pas anonyme est exclue pour manquement.', 'prévu'],
    ['L’anonymat est levé dès l’ouverture des plis.', 'prévu, leve'],
    [
      'L’identité des auteurs est révélée avant l’examen : le jury juge sans connaître l’identité des équipes.',
      'prévu, leve',
    ],
    ['Les projets ne sont pas anonymes.', 'refuse'],
    ['Le jury renonce à l’anonymat.', 'refuse'],
    ['Les projets sont examinés sans garantir l’anonymat.', 'refuse'],
    ['Le jury examine les planches sans en connaître l’auteur.', 'prévu'],
    ['Les planches ne portent ni nom, ni signe permettant d’identifier quiconque.', 'prévu'],
    ['Une fois l’anonymat levé, les équipes présentent leur projet au jury. Ensuite, le jury vote le budget.', 'prévu'],
    ['Les équipes présentent leur projet au jury, qui rend ensuite l’avis attendu.', 'presentation'],
    ['Les projets sont présentés sous le nom de leurs auteurs : ils portent le nom de l’équipe.', 'refuse'],
    ['Les dossiers portent l’identité du candidat dans l’enveloppe de candidature.', ''],
    ['Le jury entend les équipes, puis délibère.', 'presentation'],
    ['Les équipes présentent leur projet. Ensuite, le jury délibère.', 'presentation'],
    ['Les équipes présentent leur projet aux agents. Un cocktail est offert.', ''],
    ['Les équipes présentent leur projet après l’avis du jury, qui vote ensuite le budget.', ''],
    ['L’anonymat est levé après l’avis du jury. Le jury entend les équipes, puis délibère.', 'prévu'],
    ['Les candidats soutiennent leur projet sous anonymat, puis le jury délibère.', 'prévu, presentation'],
    ['La procédure anonyme est décrite dans l’avis de concours.', 'prévu'],
    ['Un appel anonyme est reçu.', ''],
    ['Les agents décident sans connaître le nom des candidats.', ''],
    ['L’identité de l’usager est révélée dès l’ouverture du compte.', ''],
    ['Les agents siègent sous leur nom.', ''],
    ['Les réponses des usagers sont anonymes.', ''],
    ['Les données des projets sont anonymisées.', ''],
    ['Le vote du jury est anonyme.', ''],
    ['Les règles d’anonymat des données figurent dans l’avis.', ''],
    ['Le jury se réunit à huis clos.', ''],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${body}`, () => {
      assert.equal(told(body), wanted);
    });
  it('are so said in the text rather than in a title, and the breach is pointed at', () => {
    const piece = inConcours('## Anonymat\n\nLes projets sont anonymes. L’anonymat est levé dès l’ouverture des plis.');
    const { sentence, breach } = piece.ask(anonymat);
    assert.deepEqual(
      [words(piece, sentence?.span), words(piece, breach?.span)],
      ['Les projets sont anonymes.', 'L’anonymat est levé dès l’ouverture des plis.'],
    );
    const titled = inConcours('## Anonymat\n\nVoir le code.');
    assert.match(words(titled, titled.ask(anonymat).sentence?.span) ?? '', /Anonymat/);
    const oral = inConcours('Les projets sont reçus. Le jury entend les équipes, puis délibère.');
    assert.equal(words(oral, oral.ask(anonymat).breach?.span), 'Le jury entend les équipes, puis délibère.');
  });
  it('are told in a word', () => {
    const shown = (body: string) => {
      const piece = inConcours(body);
      return anonymat.show?.(piece.ask(anonymat), piece);
    };
    assert.deepEqual(shown('L’anonymat est respecté.'), { prevu: true });
    assert.deepEqual(shown('Les projets ne sont pas anonymes.'), { prevu: false, ecart: 'refuse' });
  });
});

describe('what teams produce, and what becomes of it', () => {
  const told = (body: string): string => {
    const p = inHackathon(body).ask(productions);
    return [p.protected && 'œuvre', p.use && 'usage', p.assignment && 'cession'].filter(Boolean).join(', ');
  };
  const TABLE: readonly (readonly [string, string])[] = [
    ['LES EQUIPES REMETTENT UN PROTOTYPE.', 'œuvre'],
    ['Les équipes réalisent des maquettes et des plans.', 'œuvre'],
    ['Les équipes remettent un plan d’actions.', ''],
    ['Les équipes ne remettent aucun code, sans prototype.', ''],
    ['Les équipes visitent le prototype du musée.', ''],
    ['Le code de la commande publique impose de rendre un avis.', ''],
    ['Les équipes remettent leur code source.', 'œuvre'],
    ['Chacun code la nuit un logiciel.', 'œuvre'],
    ['La ville réutilise les prototypes.', 'œuvre, usage'],
    ['La ville exploite les idées des équipes.', 'usage'],
    ['Les propositions deviennent la propriété de la ville.', 'usage'],
    ['Les projets appartiennent à la commune.', 'usage'],
    ['Les idées appartiennent aux équipes.', ''],
    ['Les équipes diffusent leurs idées.', ''],
    ['La ville ne réutilise pas les idées remises.', ''],
    ['La ville diffuse les photographies des projets.', ''],
    ['La ville n’utilise les projets que pour les besoins de l’examen.', ''],
    ['## Devenir des idées\n\nLes idées sont mises en ligne.', 'usage'],
    ['## Calendrier\n\nLes idées sont développées en atelier.', ''],
    ['## Utilisation\n\nLa ville développe les idées.', 'usage'],
    ['Les équipes cèdent leurs droits à la ville.', 'cession'],
    ['Les équipes concèdent une licence d’exploitation.', 'cession'],
    ['Les équipes ne cèdent aucun droit.', ''],
    ['Les droits des usagers sont affichés.', ''],
    ['La concession est visitée.', ''],
    ['## Calendrier\n\nLa ville développe les idées.', ''],
    ['## Calendrier\n\nLes idées sont réutilisées.', ''],
    ['Les participants autorisent l’organisateur à les photographier, dans le respect de leurs droits.', ''],
    ['Chacun apporte sa contribution.', ''],
    ['## Prototypes remis\n\nVoir le calendrier.', 'œuvre'],
    ['## Réutilisation des idées par la ville\n\nVoir le code.', ''],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${body.replaceAll('\n', ' ')}`, () => {
      assert.equal(told(body), wanted);
    });
  it('is pointed at and told', () => {
    const piece = inHackathon('Les équipes se réunissent. La ville réutilise les prototypes.');
    const { protected: p, use, assignment } = piece.ask(productions);
    assert.deepEqual(
      [p?.span, use?.at, use?.sentence.span, assignment?.span].map((at) => words(piece, at)),
      [
        'La ville réutilise les prototypes.',
        'La ville réutilise les prototypes.',
        'La ville réutilise les prototypes.',
        undefined,
      ],
    );
    const shown = (body: string) => {
      const other = inHackathon(body);
      return productions.show?.(other.ask(productions), other);
    };
    assert.deepEqual(shown('La ville réutilise les prototypes.'), {
      protegeables: true,
      utilisees: true,
      cession: false,
    });
    assert.deepEqual(shown('La ville exploite les idées des équipes.'), {
      protegeables: false,
      utilisees: true,
      cession: false,
    });
    assert.deepEqual(shown('Les équipes remettent un prototype et en cèdent les droits.'), {
      protegeables: true,
      utilisees: false,
      cession: true,
    });
    assert.equal(shown('Les équipes cèdent leurs droits à la ville.'), undefined);
  });
});

describe('the rules of a hackathon', () => {
  const told = (body: string): string => {
    const r = inHackathon(body).ask(reglementHackathon);
    return [r.duree && 'durée', r.phases && 'phases', r.propriete && 'propriété', r.confidentialite && 'secret']
      .filter(Boolean)
      .join(', ');
  };
  const TABLE: readonly (readonly [string, string])[] = [
    ['Le hackathon dure deux jours.', 'durée'],
    ['Le hackathon a lieu le 3 mai 2027.', 'durée'],
    ['L’événement se tient de 9 h à 18 h.', 'durée'],
    ['Le hackathon se tient un week-end.', 'durée'],
    ['Le hackathon a lieu le [à compléter].', 'durée'],
    ['## Calendrier\n\n3 mai 2027', 'durée, phases'],
    ['## Horaires\n\nDe 9 h à 18 h', 'durée'],
    ['Les lots sont remis en main propre le 3 mai 2027.', ''],
    ['Le délai d’inscription au hackathon est de deux jours.', ''],
    ['La durée du hackathon, de deux jours ou plus, sera fixée ultérieurement.', ''],
    ['Le hackathon est gratuit.', ''],
    ['L’événement comprend trois phases.', 'phases'],
    ['## Déroulement\n\nLes équipes se présentent.', 'phases'],
    ['## Déroulement\n\nIl sera précisé ultérieurement.', ''],
    ['## Déroulement', ''],
    ['## Déroulement\n\nLes équipes codent. Le reste sera précisé ultérieurement.', 'phases'],
    ['## Accueil\n\nLes étapes seront communiquées plus tard.\n\nLes repas sont offerts.', ''],
    ['Les phases d’inscription sont ouvertes.', ''],
    ['Les étapes seront communiquées plus tard.', ''],
    ['Les étapes seront précisées dans la charte de l’événement.', 'phases'],
    ['Les droits d’auteur restent aux équipes.', 'propriété'],
    ['Chacun conserve ses droits.', 'propriété'],
    ['La cession d’un marché public est interdite.', ''],
    ['Les droits sur les marchés cédés sont réglés par le code.', ''],
    ['Les échanges sont confidentiels.', 'secret'],
    ['CHACUN S’ENGAGE A LA CONFIDENTIALITE.', 'secret'],
    ['Les règles de confidentialité seront précisées ultérieurement.', ''],
  ];
  for (const [body, wanted] of TABLE)
    it(`${wanted || 'nothing'}: ${body.replaceAll('\n', ' ')}`, () => {
      assert.equal(told(body), wanted);
    });
  it('are shown for the piece that rules the event, and its title tells nothing by itself', () => {
    const none = { duree: false, phases: false, propriete: false, confidentialite: false };
    const titled = pieceOf('# Règlement du hackathon, en trois phases\n\nTexte.');
    assert.deepEqual(reglementHackathon.show?.(titled.ask(reglementHackathon), titled), none);
    const ccap = pieceOf('# CCAP\n\nTexte.', 'ccap.md');
    assert.equal(reglementHackathon.show?.(ccap.ask(reglementHackathon), ccap), undefined);
  });
});

describe('where what is absent is told', () => {
  it('is the heading of the matter, else the title, else the top', () => {
    const at = (text: string) => {
      const piece = pieceOf(text);
      const { at: place, section } = placeFor(piece, fr`jury`);
      return [piece.draft.slice(place).replace(/^#+ /, ''), section?.title];
    };
    assert.deepEqual(at('# Règlement du jury\n\n## Calendrier\n\nTexte.\n\n## Jury\n\nTexte.'), ['Jury', 'jury']);
    assert.deepEqual(at('# Règlement du jury\n\n## Calendrier\n\nTexte.'), ['Règlement du jury', undefined]);
    assert.deepEqual(at('Texte.'), ['Texte.', undefined]);
  });
});
