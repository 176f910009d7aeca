import assert from 'node:assert/strict';
import { anonymat } from '../../../rules/facts/concours/anonymat.ts';
import { concours } from '../../../rules/facts/concours/concours.ts';
import { criteresProjets } from '../../../rules/facts/concours/criteres.ts';
import { formeConcours } from '../../../rules/facts/concours/forme.ts';
import { reglementHackathon } from '../../../rules/facts/concours/hackathon.ts';
import { jury } from '../../../rules/facts/concours/jury.ts';
import { procesVerbal } from '../../../rules/facts/concours/jury-proces-verbal.ts';
import { juryQualification } from '../../../rules/facts/concours/jury-qualification.ts';
import { prime } from '../../../rules/facts/concours/prime.ts';
import { productions } from '../../../rules/facts/concours/productions.ts';
import { suites } from '../../../rules/facts/concours/suites.ts';
import type { Piece } from '../../../rules/kit/piece.ts';
import { open } from '../../rules/tester.ts';

const pieceOf = (text: string): Piece => {
  const [piece] = open([{ path: 'reglement-concours.md', text }]).pieces;
  assert.ok(piece);
  return piece;
};
const rows = (...lines: string[]): Piece =>
  pieceOf(
    ['# Règlement du concours', '', '| Rubrique | Contenu |', '|---|---|', ...lines.map((l) => `| ${l} |`)].join('\n'),
  );
const words = (text: string, title = 'Règlement du concours'): Piece => pieceOf(`# ${title}\n\n${text}`);

describe('rules of a concours told by labels and rows', () => {
  it('counts those admitted beside their label', () => {
    const limit = (piece: Piece) => piece.ask(formeConcours).limite;
    assert.ok(limit(rows('Mode du concours | Restreint', 'Candidats admis à concourir | Cinq')));
    assert.ok(limit(words('- Concours restreint\n- Concurrents admis : trois')));
    assert.ok(!limit(rows('Mode du concours | Restreint', 'Candidats admis à concourir | Voir l’avis')));
    assert.ok(!limit(words('- Concours restreint\n- Candidatures admises : 12 mois de références')));
  });
  it('chooses candidates by numbered criteria, under a title on who is admitted', () => {
    const chosen = (title: string) =>
      words(`Le concours est restreint.\n\n## ${title}\n\n- Critère 1 : moyens humains\n- Critère 2 : références`).ask(
        formeConcours,
      ).criteres;
    assert.ok(chosen('Sélection'));
    assert.ok(!chosen('Projets'));
  });
  it('is open to whoever is not sorted out', () => {
    assert.equal(words('Il n’est fait aucun tri des concurrents.').ask(formeConcours).forme, 'ouvert');
  });
  it('reads a table of what is noted, and no other table of points', () => {
    const given = (head: string) =>
      words(`| ${head} | Points |\n|---|---|\n| Silence du local | 60 |\n| Lumière du jour | 40 |`).ask(criteresProjets)
        .given;
    assert.ok(given('Ce qui est noté'));
    assert.ok(!given('Salle'));
  });
  it('hears the jury in the rows of its table', () => {
    const free = 'EXPERTS TOUS INDEPENDANTS DES CONCURRENTS';
    assert.ok(rows('Jury | 6 membres', `Condition | ${free}`).ask(jury).independent);
    assert.ok(!rows('Jury | 6 membres', 'Condition | présence à chaque séance').ask(jury).independent);
  });
  it('counts the qualified of a jury, in rows and by one in so many', () => {
    const asked = 'Titre exigé des candidats | Ingénieur acousticien';
    const { required, composition } = rows(asked, 'Jury | 9 membres', 'dont ingénieurs acousticiens | 2').ask(
      juryQualification,
    );
    assert.ok(required);
    assert.deepEqual([composition?.members, composition?.qualified], [9, 2]);
    assert.equal(rows('Titre exigé des candidats | Aucun').ask(juryQualification).required, undefined);
    const share = (part: string) =>
      words(`Les candidats justifient d’un titre d’architecte. Un membre du jury ${part} est architecte.`).ask(
        juryQualification,
      );
    assert.ok(share('un sur deux').third);
    assert.ok(share('un sur cinq').under);
  });
  it('takes no label for a broken anonymity', () => {
    const kept = rows('Examen des projets par le jury | Anonyme', 'Suite | Dialogue après l’avis').ask(anonymat);
    assert.equal(kept.breach, undefined);
  });
  it('reads what the minutes hold in the row below', () => {
    const minutes = (next: string) => rows('Clôture | Procès-verbal signé des jurés', next).ask(procesVerbal);
    assert.ok(minutes('Mentions | Classement et remarques').classement);
    assert.ok(!minutes('Lieu | Salle des actes').classement);
  });
  it('reads what is paid to each beside its label', () => {
    const paid = (label: string) =>
      rows(`${label} | 7 000 € HT`)
        .ask(prime)
        .amounts.map((a) => a.value);
    assert.deepEqual(paid('Alloué à chaque concurrent'), [7000]);
    assert.deepEqual(paid('Coût estimé des études'), []);
  });
  it('hears that a sum is taken off the fees, and that a prime is not', () => {
    const deduction = (text: string) =>
      words(`Le marché de maîtrise d’œuvre est attribué au lauréat. ${text}`).ask(suites).deduction;
    assert.equal(deduction('Les honoraires du lauréat sont réglés moins les 9 500 € déjà perçus.'), 'counted');
    assert.equal(deduction('Prix forfaitaire, prime non comprise.'), 'apart');
  });
});

describe('rules of a hackathon', () => {
  it('are those of a page without title that says so at its head', () => {
    const kind = (head: string) =>
      pieceOf(`${head}\n\n1.1 Cadre\nLes équipes codent durant deux jours. Rien n’est payé.`).ask(concours).event;
    assert.ok(kind('Agence de l’eau – Hackathon « Sources » – 3/5'));
    assert.ok(!kind('Agence de l’eau – Concours « Sources » – 3/5'));
    assert.ok(words('Texte.', 'Règlement du marathon de programmation').ask(concours).event);
  });
  const said = (text: string) => words(text, 'Règlement du hackathon').ask(reglementHackathon);
  it('last from one day of the week to another, and not where this is not settled', () => {
    assert.ok(said('On commence le vendredi à 18 h et on finit le dimanche à 16 h.').duree);
    assert.ok(!said('Le calendrier des journées n’est pas encore fixé.').duree);
  });
  it('leave their rights to their authors', () => {
    assert.ok(said('Les auteurs restent seuls titulaires.').propriete);
    assert.ok(!said('Le titulaire reste tenu de son prix.').propriete);
  });
});

describe('the use of what teams produce', () => {
  const used = (piece: Piece) => {
    const { protected: works, use } = piece.ask(productions);
    return works !== undefined && use !== undefined;
  };
  it('is told by a column or a row on what becomes of it', () => {
    const fate = (cell: string) => words(`| Livrable | Devenir |\n|---|---|\n| Prototype | ${cell} |`);
    assert.ok(used(fate('Installé dans les agences')));
    assert.ok(!used(fate('Rendu aux équipes')));
    assert.ok(!used(fate('Aucun')));
    assert.ok(used(rows('Production attendue | Mascotte dessinée', 'Usages par la ville | Affichage, site')));
  });
  it('is told of works named where it is heard, with or without the winner', () => {
    assert.ok(used(words('L’office met en service, dès mai, dans ses antennes, le logiciel arrivé en tête.')));
    assert.ok(used(words('Les équipes remettent des plans. La ville réutilisera ces plans avec ou sans le lauréat.')));
    assert.ok(!used(words('Les équipes remettent des plans. La ville n’en fera rien sans le lauréat.')));
  });
});
