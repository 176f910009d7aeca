import { defineRule, type Rule } from '../../rules/kit/rule.ts';
import { text } from '../../rules/kit/source.ts';

/**
 * What the program has to say of itself, in the shape of rules so that editor, terminal and reports show it as
 * it shows the others. They read no draft: the core reports them.
 */

const documentation = [text('Documentation de DCE Lint, suppressions et configuration')];
const silent = { *check() {} };

export const reasonless = defineRule({
  id: 'dce-lint/suppression-sans-motif',
  title: 'Suppression sans motif',
  level: 'warning',
  pieces: '*',
  why: `Une suppression dit à ceux qui reliront le dossier pourquoi un constat a été écarté. Sans motif, elle n'a pas d'effet : le constat
reste affiché.`,
  sources: documentation,
  messages: {
    missing: 'Cette suppression ne donne pas de motif : elle n’a pas d’effet.\nÉcrire le motif après « : ».',
    policy:
      'Suppression sans effet : « {rule} » est obligatoire.\nPolitique « {policy} » : ajouter au motif un terme et un nom, « , jusqu’au AAAA-MM-JJ, par … ».',
    pending: 'Le motif de cette suppression est à compléter.\nElle n’a pas d’effet tant qu’il n’est pas écrit.',
  },
  examples: {
    bad: ['<!-- dce-lint-ignore-next ⟦redaction/entete-invalide⟧ -->'],
    good: ["<!-- dce-lint-ignore-next redaction/entete-invalide : modèle de l'établissement -->"],
    limits: [],
  },
  ...silent,
});

export const expired = defineRule({
  id: 'dce-lint/suppression-expiree',
  title: 'Suppression arrivée à son terme',
  level: 'warning',
  pieces: '*',
  why: `Une suppression qui porte un terme (« jusqu'au 2027-03-31 ») a été décidée pour un temps. Ce temps passé, le constat revient : il est
à corriger, ou l'exception à décider de nouveau.`,
  sources: documentation,
  messages: {
    expired:
      'Cette suppression valait jusqu’au {day} : son constat revient.\nLe corriger, ou décider d’un nouveau terme.',
    signed:
      'Cette suppression valait jusqu’au {day} : son constat revient.\nElle a été décidée par {by}. Le corriger, ou décider d’un nouveau terme.',
  },
  examples: {
    bad: [],
    good: ["<!-- dce-lint-ignore-next redaction/entete-invalide : modèle de l'établissement, jusqu'au 2099-12-31 -->"],
    limits: [],
  },
  ...silent,
});

export const unused = defineRule({
  id: 'dce-lint/suppression-inutile',
  title: 'Suppression qui ne sert plus',
  level: 'info',
  pieces: '*',
  why: `Le passage a changé, ou la règle ne le signale plus : une suppression laissée là cacherait un constat futur sans que personne ne
l'ait décidé.`,
  sources: documentation,
  messages: {
    unused: '« {rule} » ne signale rien ici : suppression inutile.\nElle peut être retirée.',
    line: 'Aucune ligne ni aucun élément ne commence plus par « {words} ».\nCette suppression n’a plus d’effet. Y écrire ses premiers mots, ou la retirer.',
  },
  examples: {
    bad: ["<!-- dce-lint-ignore-next ⟦redaction/entete-invalide⟧ : modèle de l'établissement -->\n\nUn paragraphe."],
    good: ['Un paragraphe.'],
    limits: [],
  },
  ...silent,
});

export const unknown = defineRule({
  id: 'dce-lint/suppression-inconnue',
  title: 'Suppression mal écrite ou de règle inconnue',
  level: 'info',
  pieces: '*',
  why: `Une suppression qui n'est pas comprise n'a pas d'effet : le constat que l'acheteur croit avoir écarté reste affiché.`,
  sources: documentation,
  messages: {
    rule: '« {rule} » n’est pas une règle : suppression sans effet.\nRègle la plus proche : « {nearest} ».',
    far: '« {rule} » n’est pas une règle : suppression sans effet.',
    none: 'Cette suppression ne nomme aucune règle : elle n’a pas d’effet.\nÉcrire l’identifiant de la règle, puis « : » et le motif.',
    verb: '« {verb} » n’est pas une suppression connue.\nFormes admises : « dce-lint-ignore-next », « dce-lint-ignore-file », « dce-lint-ignore-start » et « dce-lint-ignore-end ».',
    day: '« {day} » n’est pas un jour : cette suppression n’a pas d’effet.\nÉcrire « jusqu’au AAAA-MM-JJ ».',
    end: 'Cette fin de suppression n’a pas de début : elle n’a pas d’effet.',
    start:
      'Cette suppression n’est jamais fermée : elle vaut jusqu’à la fin de la pièce.\nAjouter « dce-lint-ignore-end » à l’endroit voulu.',
  },
  examples: {
    bad: ['<!-- dce-lint-ignore-next ⟦redaction/entete-invalid⟧ : modèle -->'],
    good: ["<!-- dce-lint-ignore-next redaction/entete-invalide : modèle de l'établissement -->"],
    limits: [],
  },
  ...silent,
});

export const failed = defineRule({
  id: 'dce-lint/regle-en-echec',
  title: 'Règle en échec',
  level: 'info',
  pieces: '*',
  why: `Une règle s'est arrêtée sur une erreur du programme : elle n'a pas fini de lire cette pièce. Les autres règles ont été appliquées.`,
  sources: documentation,
  messages: {
    failed:
      'La règle « {rule} » n’a pas pu lire cette pièce en entier.\nCe qu’elle signale est à vérifier à la main. C’est un défaut de DCE Lint, à faire connaître à ses auteurs.',
    slow: 'La règle « {rule} » a été arrêtée : elle prenait trop de temps.\nElle ne vérifie plus rien jusqu’au prochain démarrage de DCE Lint. C’est un défaut de DCE Lint, à faire connaître à ses auteurs.',
  },
  examples: { bad: [], good: [], limits: [] },
  ...silent,
});

export const passedOver = defineRule({
  id: 'dce-lint/passage-non-lu',
  title: 'Passage qui n’a pas été lu',
  level: 'warning',
  pieces: '*',
  why: `Ce qui dépasse toute mesure (un paragraphe de soixante mille caractères, cent listes l'une dans l'autre, des milliers de critères)
n'est pas lu, ou ne l'est qu'en partie : le lire prendrait des heures. Rien n'y est signalé, ce qui ne veut pas dire que rien n'y est à redire.`,
  sources: documentation,
  messages: {
    long: 'Ce paragraphe a plus de {most} caractères : il n’a pas été lu.\nLe couper en paragraphes, ou le vérifier à la main.',
    deep: 'Ce passage a trop de listes ou de citations l’une dans l’autre : il n’a pas été lu.\nLe simplifier, ou le vérifier à la main.',
    marks:
      'Ce paragraphe a trop de marques de mise en forme : ici, elles sont lues comme des mots.\nIl en est ainsi jusqu’à sa fin. Le couper en paragraphes, ou le vérifier à la main.',
    many: 'Cette pièce a plus de {most} {things} : le reste n’a pas été lu.\nLa partager, ou le vérifier à la main.',
  },
  examples: { bad: [], good: [], limits: [] },
  ...silent,
});

export const misconfigured = defineRule({
  id: 'dce-lint/configuration-invalide',
  title: 'Configuration mal écrite',
  level: 'warning',
  pieces: '*',
  why: `Un réglage qui n'est pas compris est laissé de côté : les contrôles ne sont pas ceux que l'on croit. Le reste de la configuration
s'applique.`,
  sources: documentation,
  messages: { problem: '{problem}' },
  examples: { bad: [], good: [], limits: [] },
  ...silent,
});

/** Every notice, for the documentation and the settings. */
export const notices: readonly Rule[] = [reasonless, expired, unused, unknown, failed, passedOver, misconfigured];

/** True for what the program says of itself: it cannot be suppressed. */
export const isNotice = (rule: Rule): boolean => rule.id.startsWith('dce-lint/');
