import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import { type Clause, clause, clauses } from '../rules/clauses/clauses.ts';
import { openConsultation } from '../rules/consultation/open.ts';
import { rules } from '../rules/index.ts';
import { type Finding, lint } from '../server/core/lint.ts';

const fieldOf = (v: Clause['variables'][number]) => `[à compléter : ${v.nom} — ${v.sens}]`;

/** The Markdown of a clause with its heading; its fields hold the examples when `filled`. */
function written(id: string, filled = true): string {
  const c = clause(id);
  const text = c.heading ? `## ${c.heading}\n\n${c.body}` : c.body;
  return filled ? c.variables.reduce((t, v) => t.replace(fieldOf(v), () => v.exemple), text) : text;
}

/** As a quick fix inserts it in an article. */
const withoutHeading = (id: string) => written(id).replace(/^## .*\n\n/, '');

interface Place {
  readonly piece: string;
  readonly ccag?: string;
  readonly date?: string;
}

/** What the rules whose ids begin so find. */
function findings(which: string, text: string, { piece, ccag, date = '2026-12-01' }: Place): readonly Finding[] {
  const head = [`  piece: ${piece}`, `  date: ${date}`, ...(ccag ? [`  ccag: ${ccag}`] : [])].join('\n');
  const path = `${piece}.md`;
  const source = `---\ndce:\n${head}\n---\n\n# Marché de développement de l'outil de suivi\n\n${text}\n`;
  const consultation = openConsultation([{ path, text: source }], { date, files: [path] });
  return lint(consultation, { rules: rules.filter((r) => r.id.startsWith(which)), rethrow: true }).findings;
}
const onRights = (text: string, place: Place) => findings('pi/', text, place);
const say = (list: readonly Finding[]) =>
  list.map((f) => `${f.rule.id}: ${f.piece.draft.text.slice(f.at.start, f.at.end).slice(0, 80)}`);

const REGIMES = {
  tous: {},
  'sans-ccag': {},
  'ccag-tic-2021': { ccag: 'tic-2021' },
  'ccag-pi-2021': { ccag: 'pi-2021' },
  'ccag-2009': { ccag: 'tic-2009', date: '2019-06-03' },
} as const satisfies Record<Clause['regime'], object>;

/** Articles that a contract on a piece of software needs beside the one that grants the rights. */
const BESIDE = [
  'pi-resultats-definition',
  'pi-connaissances-anterieures',
  'pi-code-source',
  'pi-tierce-maintenance',
  'pi-garantie',
];
const beside = (...but: readonly string[]) =>
  BESIDE.filter((id) => !but.includes(id)).map((id) =>
    clause(id).heading ? written(id) : `## Article sur ${id.slice(3)}\n\n${written(id)}`,
  );
const GRANT = written('pi-cession-sans-ccag');
const contract = (grant: string) => [grant, ...beside()].join('\n\n');
const CCAP: Place = { piece: 'ccap' };

describe('Clause library', () => {
  it('holds a clause for every file, under the name of the file', () => {
    const files = readdirSync('rules/clauses').filter((f) => f.endsWith('.md') && f !== 'README.md');
    assert.deepEqual(clauses.map((c) => `${c.id}.md`).sort(), files.sort());
  });

  for (const c of clauses)
    describe(c.id, () => {
      it('says what it is, when to use it, where, after which texts and since when', () => {
        assert.ok(c.titre.trim() && c.quand.trim());
        assert.ok(c.regime in REGIMES, c.regime);
        assert.ok(c.pieces.length > 0 && c.sources.length > 0);
        assert.match(c.date, /^20\d\d-[01]\d-[0-3]\d$/);
        for (const s of c.sources) assert.match(s, /^(?:guide|ccp|cpi|ccag) \S/);
        for (const { nom, sens, exemple, valeurs = [exemple] } of c.variables) {
          assert.ok(nom && sens && exemple, nom);
          assert.ok(valeurs.includes(exemple), `${nom}: ${exemple}`);
        }
      });

      it('has one field for each variable, in their order, and no other', () => {
        const fields = written(c.id, false).match(/\[à compléter[^\]]*\]/g) ?? [];
        assert.deepEqual(fields, c.variables.map(fieldOf));
      });

      it('leaves nothing to fill once filled in', () => {
        const left = findings('redaction/champ-a-completer', written(c.id), {
          piece: c.pieces[0] ?? 'ccap',
          ...REGIMES[c.regime],
        });
        assert.deepEqual(say(left), []);
      });
    });
});

describe('Clauses on intellectual property', () => {
  /** Clauses that grant the rights, or complete a regime that does. */
  const GRANTS = clauses.filter((c) => /^pi-(?:cession|concession|ccag-2009)/.test(c.id));

  for (const c of GRANTS)
    it(`${c.id}, filled in, leaves nothing to say in a CCAP that has the other articles`, () => {
      assert.deepEqual(say(onRights(contract(written(c.id)), { ...CCAP, ...REGIMES[c.regime] })), []);
    });

  it('the assignment of a hackathon, filled in, leaves nothing to say in its rules', () => {
    assert.deepEqual(say(onRights(written('pi-hackathon-cession'), { piece: 'reglement-concours' })), []);
  });

  /** What completes an article: the sentence that lacks it, the rule that says so, and the clause that answers. */
  const BARE = "Le titulaire cède à l'acheteur les droits de reproduction, d'adaptation et de traduction des résultats";
  const LIMITED = `${BARE}, sur tous supports, pour ses missions, en France et pour dix ans`;
  const PAID = 'La rémunération de la cession est comprise dans le prix.';
  const ADDED: readonly (readonly [id: string, rule: string, article: string])[] = [
    ['pi-delimitation', 'pi/delimitation', `${BARE}. ${PAID}`],
    ['pi-prix-forfaitaire', 'pi/remuneration', `${LIMITED}.`],
    ['pi-prix-complementaire', 'pi/remuneration', `${LIMITED}.`],
    ['pi-prix-proportionnel', 'pi/remuneration', `${LIMITED}.`],
    [
      'pi-beneficiaires',
      'pi/beneficiaires',
      `${LIMITED.replace(" à l'acheteur", '').replace('ses missions', 'informer le public')}. ${PAID}`,
    ],
    [
      'pi-modes-exploitation',
      'pi/modes-exploitation',
      `Le titulaire cède à l'acheteur les droits de reproduction et de représentation des résultats, sans limitation d'étendue, pour ses missions, en France et pour dix ans. ${PAID}`,
    ],
    [
      'pi-droits-titulaire',
      'pi/droits-titulaire',
      `${LIMITED}. ${PAID}\n\nLe titulaire peut exploiter librement les résultats.`,
    ],
    [
      'pi-exploitation-commerciale',
      'pi/exploitation-commerciale',
      "Le titulaire concède à l'acheteur, à titre non exclusif, le droit d'utiliser les résultats. L'acheteur peut les exploiter commercialement.",
    ],
  ];
  for (const [id, rule, article] of ADDED)
    it(`${id} settles ${rule} in the article that lacks it`, () => {
      const before = contract(`## Droits sur les résultats\n\n${article}`);
      assert.deepEqual([...new Set(onRights(before, CCAP).map((f) => f.rule.id))], [rule]);
      // What the contractor may do is replaced; the rest is added.
      const kept = id === 'pi-droits-titulaire' ? article.split('\n\n')[0] : article;
      const after = contract(`## Droits sur les résultats\n\n${kept}\n\n${withoutHeading(id)}`);
      assert.deepEqual(say(onRights(after, CCAP)), []);
    });

  for (const id of BESIDE)
    it(`${id} is missed in a contract on software that has all the others`, () => {
      // The assignment guarantees its own rights, and the definition of results says that they include the source code.
      const grant = GRANT.replace('Le titulaire garantit la jouissance paisible de ces droits. ', '');
      const text = [grant, ...beside(id), OBJECT].join('\n\n').replace(', code source et code objet compris', '');
      const found = onRights(text, CCAP).map((f) => f.rule.id);
      const rule = {
        'pi-resultats-definition': 'pi/resultats-definis',
        'pi-connaissances-anterieures': 'pi/connaissances-anterieures',
        'pi-code-source': 'pi/code-source',
        'pi-tierce-maintenance': 'pi/tierce-maintenance',
        'pi-garantie': 'pi/garantie',
      }[id];
      assert.deepEqual(found, [rule]);
    });
});
const OBJECT = "## Objet\n\nLe marché a pour objet le développement d'un logiciel de suivi.";

describe('Complete assignment without a CCAG', () => {
  /** Every mention: the rule that misses it, the words by which its message names it, and all the places that say it. */
  const MENTIONS: Readonly<
    Record<string, readonly [rule: string, named: RegExp, places: readonly (string | RegExp)[]]>
  > = {
    'les droits cédés': ['pi/droits-distincts', /aucun des droits cédés/, [' suivants', /^\d\. .*\n/gm]],
    étendue: [
      'pi/delimitation',
      /ne fixe pas l'étendue\./,
      [/^\| Étendue.*\n/m, ', en tout ou partie, sans limite de nombre', ', par tout réseau'],
    ],
    destination: ['pi/delimitation', /ne fixe pas la destination\./, [/^\| Destination.*\n/m]],
    lieu: ['pi/delimitation', /ne fixe pas le lieu\./, [/^\| Lieu.*\n/m]],
    durée: ['pi/delimitation', /ne fixe pas la durée\./, [/^\| Durée.*\n/m]],
    prix: ['pi/remuneration', /comment cette cession est rémunérée/, [/^\| Prix.*\n/m]],
    // No buyer is named anywhere in the article.
    bénéficiaires: [
      'pi/beneficiaires',
      /à qui les droits sont cédés/,
      [/^\| Bénéficiaires.*\n/m, " à l'acheteur", " des actions de l'acheteur", ' aux bénéficiaires et'],
    ],
  };

  it('leaves nothing to say when it is whole', () => {
    assert.deepEqual(say(onRights(contract(GRANT), CCAP)), []);
  });

  for (const [mention, [rule, named, places]] of Object.entries(MENTIONS))
    it(`without its mention « ${mention} », gives one finding, that names it`, () => {
      let text = GRANT;
      for (const place of places) {
        const shorter = text.replace(place, '');
        assert.notEqual(shorter, text, `nothing to remove: ${place}`);
        text = shorter;
      }
      const found = onRights(contract(text), CCAP);
      assert.deepEqual(
        found.map((f) => f.rule.id),
        [rule],
        say(found).join('\n'),
      );
      assert.match(found[0]?.message ?? '', named);
    });

  it('names every pair of limits that is removed together, in one finding', () => {
    const limits = ['destination', 'lieu', 'durée'];
    for (const [i, a] of limits.entries())
      for (const b of limits.slice(i + 1)) {
        const text = [a, b].reduce(
          (t, m) => (MENTIONS[m]?.[2] ?? []).reduce<string>((s, place) => s.replace(place, ''), t),
          GRANT,
        );
        const found = onRights(contract(text), CCAP);
        assert.deepEqual(
          found.map((f) => f.rule.id),
          ['pi/delimitation'],
        );
        for (const m of [a, b]) assert.match(found[0]?.message.split('\n')[0] ?? '', new RegExp(m));
      }
  });
});
