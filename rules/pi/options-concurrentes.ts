import { droitsDuDossier, isSharedOut, namesLicence, regimes, sameObject } from '../facts/pi/index.ts';
import type { Sentence } from '../kit/draft.ts';
import type { Piece } from '../kit/piece.ts';
import { defineRule } from '../kit/rule.ts';
import { ccag, guide } from '../kit/source.ts';

export default defineRule({
  id: 'pi/options-concurrentes',
  title: 'Cession exclusive et concession des mêmes résultats',
  level: 'error',
  pieces: ['ccap', 'cctp'],
  dossier: true,
  why: `On ne peut pas à la fois acquérir à titre exclusif les droits sur un résultat et n'en recevoir qu'un usage non exclusif. Deux régimes pour
la même chose (options A et B d'un CCAG de 2009, cession exclusive et concession) laissent au juge le soin de choisir.`,
  sources: [guide('III.C', 27), guide('III.C.3', 30), ccag('tic', '46.2.1')],
  messages: {
    options:
      'Les deux options du CCAG sont retenues pour les mêmes résultats.\nCette option s’ajoute à l’autre, et les deux s’excluent : n’en garder qu’une, ou dire quel résultat relève de chacune.',
    regimes:
      'Les mêmes résultats sont cédés à titre exclusif et concédés sans exclusivité.\nLes deux régimes s’excluent. N’en garder qu’un, ou dire quel résultat relève de chacun.',
  },
  examples: {
    bad: [
      '| Objet | Droits de la ville |\n|---|---|\n| Application | cession exclusive |\n| Application | ⟦licence non exclusive⟧ |',
      '5. Le studio donne la marque en usage à la ville : simple autorisation d’emploi, qu’il peut accorder à d’autres.\n\n7. ⟦Le studio cède la marque à la ville, unique détentrice des droits de reproduction et d’adaptation.⟧',
      'Le photographe accorde sur ces images une simple permission d’utilisation à la ville.\n\n⟦Les images sont transmises à la ville par voie de cession exclusive, avec le droit de les reproduire.⟧',
      {
        text: '## 7. Vidéos\n\nVidéos : licence simple au profit de la ville.\n\n⟦Le vidéaste cède à la ville, et à elle seule, les droits de reproduire et d’adapter les vidéos.⟧',
      },
      "## Volet 1, usage\n\nLes entreprises concèdent à l'acheteur une licence non exclusive de reproduire et d'adapter ces résultats.\n\n## Volet 1, cession\n\n⟦Le titulaire cède à titre exclusif à l'acheteur, sur les résultats, le droit de les reproduire et de les adapter.⟧",
      "Le titulaire concède à la ville une licence d'utilisation non exclusive du cadastre sonore.\n\n⟦Il cède à la ville, à titre exclusif, les droits de reproduction du même cadastre.⟧",
      "## 8. Droits\n\nLe titulaire concède à l'Urssaf une licence non exclusive d'utilisation des résultats.\n\n⟦Il cède à l'Urssaf, à titre exclusif, les droits de reproduire et de modifier les résultats, sur tout support.⟧",
      "## 8. Droits\n\nLe titulaire cède à l'acheteur, à titre exclusif, les droits de reproduction des études et des plans.\n\n⟦Il concède en outre à l'acheteur, sans exclusivité, le droit d'utiliser ces mêmes études et plans.⟧",
      "## 8. Propriété intellectuelle\n\n### 8.1 Cession\n\nL'option B du CCAG-TIC s'applique.\n\n### 8.2 Usage\n\n⟦L'option A s'applique aux résultats.⟧",
      "Le titulaire cède à titre exclusif à la Caf ses droits patrimoniaux sur les résultats.\n\n⟦Le titulaire concède à la Caf, à titre non exclusif, le droit d'utiliser les résultats.⟧",
    ],
    good: [
      '## Créations\n\nLe titulaire cède à titre exclusif à la Carsat le droit de reproduire et d’adapter les Créations.\n\n## Éléments préexistants\n\nLes Éléments préexistants ne sont pas cédés. Ils font l’objet d’une autorisation d’utilisation non exclusive, pour les mêmes usages que la Création où ils figurent.',
      '## 9. Droits\n\n9.1 Le studio cède à la ville, à titre exclusif, sur les résultats, les droits de les reproduire et de les adapter.\n\n9.2 Les connaissances antérieures ne sont pas cédées. La ville reçoit le droit non exclusif de les employer avec les résultats.',
      '## 9. Règles\n\nChaque partie garde les outils dont elle disposait auparavant. Le studio concède à la ville le droit d’utiliser ceux que l’emploi des résultats rend nécessaires.\n\n## 11. Droits\n\nLe studio cède à la ville, à titre exclusif, les droits de reproduire et d’adapter les résultats.',
      '## 1. Résultats\n\nLe titulaire cède à la Carsat, à titre exclusif, ses droits patrimoniaux sur les résultats.\n\n## 2. Ce qui existait avant\n\nLes connaissances antérieures sont recensées dans l’offre. Le titulaire en reste propriétaire. Il concède à la Carsat un droit non exclusif de les reproduire, pour les mêmes usages et la même durée que les résultats où elles entrent.',
      '## Résultats\n\nLe titulaire cède à la caisse, à titre exclusif, tous ses droits sur les résultats.\n\n## Connaissances antérieures\n\nPour les connaissances du titulaire sans lesquelles les résultats ne fonctionnent pas, la caisse reçoit un droit d’utilisation non exclusif.',
      'Pendant l’étude, le titulaire accorde à la ville une licence non exclusive sur les maquettes provisoires.\n\nÀ l’admission, les maquettes définitives sont cédées à titre exclusif à la ville : reproduction, adaptation.',
      '## 7. Droits\n\n7.1 Le partenaire demeure propriétaire des résultats autres que les films. Il concède à la caisse, sans exclusivité, le droit de les reproduire et de les adapter, en France.\n\n7.2 Le partenaire cède à la caisse, à titre exclusif, les droits patrimoniaux sur les films, en France et pendant dix ans.',
      "## Volet 1\n\nLes entreprises concèdent à l'acheteur une licence non exclusive de reproduire et d'adapter ces résultats.\n\n## Volet 2\n\nLe titulaire cède à titre exclusif à l'acheteur, sur les résultats, le droit de les reproduire et de les adapter.",
      "Le titulaire concède à la ville une licence d'utilisation non exclusive du cadastre sonore.\n\nIl cède à la ville, à titre exclusif, les droits de reproduction de la mosaïque.",
      "## 8\n\nLes droits sur le logotype sont cédés à l'acheteur à titre exclusif.\n\nLe titulaire concède à l'acheteur, à titre non exclusif, le droit d'utiliser le logiciel.",
      "## 8\n\nLe titulaire cède à titre exclusif ses droits sur les résultats à l'acheteur.\n\nIl concède à l'acheteur, à titre non exclusif, le droit d'utiliser ses connaissances antérieures.",
      "Le titulaire cède à l'acheteur ses droits sur les résultats à titre non exclusif. L'acheteur concède au titulaire, à titre non exclusif, le droit de les utiliser.",
      "## Avances\n\nL'option A s'applique.\n\n## Propriété intellectuelle\n\nL'option B du CCAG-PI s'applique aux résultats.",
    ],
    limits: [],
  },
  *check(piece) {
    const contract = piece.consultation.of('ccap', 'cctp');
    const order = (p: Piece) => contract.indexOf(p);
    const all = droitsDuDossier(piece).filter(
      ({ piece: p, clause: c }) =>
        order(p) >= 0 &&
        !c.prior &&
        !c.standard &&
        !isSharedOut(c.sentence) &&
        // What is but probably a licence says so by a word at least.
        (c.doubt?.surety !== 'probable' || namesLicence(c.sentence)),
    );
    const reported = new Set<unknown>();
    const report = function* (
      first: { piece: Piece; sentence: Sentence },
      last: { piece: Piece; sentence: Sentence },
      message: 'options' | 'regimes',
    ) {
      const { section } = last.sentence;
      if (last.piece !== piece || reported.has(section)) return;
      reported.add(section);
      yield {
        at: last.sentence.span,
        message,
        related: [{ piece: first.piece, at: first.sentence.span, message: 'L’autre régime.' }],
      };
    };
    const options = contract.flatMap((p) =>
      p
        .ask(regimes)
        .filter((r) => r.option && !isSharedOut(r.sentence))
        .map((r) => ({ piece: p, option: r.option, sentence: r.sentence })),
    );
    for (const [i, last] of options.entries()) {
      const first = options.slice(0, i).find((o) => o.option !== last.option);
      if (first) yield* report(first, last, 'options');
    }
    const exclusive = all.filter(({ clause: c }) => c.kind === 'cession' && c.exclusive === true);
    const shared = all.filter(
      ({ clause: c }) => c.kind === 'concession' && c.exclusive !== true && c.acts.some((a) => a.value.strong),
    );
    for (const a of exclusive)
      for (const b of shared) {
        if (!sameObject(a.clause, b.clause)) continue;
        const x = { piece: a.piece, sentence: a.clause.sentence };
        const y = { piece: b.piece, sentence: b.clause.sentence };
        const isLater = order(a.piece) - order(b.piece) || x.sentence.span.start - y.sentence.span.start;
        yield* isLater > 0 ? report(y, x, 'regimes') : report(x, y, 'regimes');
      }
  },
});
