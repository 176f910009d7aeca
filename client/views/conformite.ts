import {
  commands,
  type Disposable,
  type DocumentSelector,
  EventEmitter,
  l10n,
  MarkdownString,
  ThemeColor,
  ThemeIcon,
  type TreeDataProvider,
  TreeItem,
  TreeItemCollapsibleState,
  type TreeView,
  window,
} from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import type {
  Conformite,
  ConformiteEtat,
  ConformitePartie,
  ConformitePlace,
  ConformiteRule,
} from '../../server/protocol.ts';
import { request } from '../messages.ts';
import { followDossier } from './dossier.ts';
import { openPlace } from './place.ts';

const view = 'dce-lint.conformite';

type Node =
  | { kind: 'chapitre'; of: Conformite['chapitres'][number] }
  | { kind: 'partie'; of: ConformitePartie }
  /** Rules of one part that ask for nothing, all in one state. */
  | { kind: 'silent'; of: readonly ConformiteRule[]; label: string; partie: string }
  | { kind: 'rule'; of: ConformiteRule; partie: string }
  | { kind: 'place'; of: ConformitePlace };

/** The tree « Conformité au guide »: the guide's parts, their recommendations, their places in the drafts. */
export function registerConformite(client: BaseLanguageClient, drafts: DocumentSelector): Disposable[] {
  const tree = new ConformiteTree();
  const shown = window.createTreeView(view, { treeDataProvider: tree, showCollapseAll: true });
  const following = followDossier(client, drafts, async (uri) => {
    if (!shown.visible) return;
    tree.show(uri === undefined ? null : await request(client, 'dce-lint/conformite', { uri }));
    describe(shown, tree.conformite);
  });
  return [
    shown,
    following,
    shown.onDidChangeVisibility(() => following.refresh()),
    commands.registerCommand('dce-lint.fixFromTree', (node?: Node) => fix(client, node ?? shown.selection[0])),
    commands.registerCommand('dce-lint.explainFromTree', (node?: Node) => explain(node ?? shown.selection[0])),
    commands.registerCommand('dce-lint.openPlace', openPlace),
  ];
}

function describe(shown: TreeView<Node>, conformite: Conformite | null): void {
  shown.message = conformite ? summary(conformite) : undefined;
}

/** The consultation, and as many findings as its check gives. */
function summary({ dossier, counts: { error, warning, info } }: Conformite): string {
  const total = error + warning + info;
  if (total === 0) return l10n.t('{0}: no finding', dossier);
  const levels = [
    error > 0 && (error === 1 ? l10n.t('1 error') : l10n.t('{0} errors', error)),
    warning > 0 && (warning === 1 ? l10n.t('1 warning') : l10n.t('{0} warnings', warning)),
    info > 0 && (info === 1 ? l10n.t('1 piece of advice') : l10n.t('{0} pieces of advice', info)),
  ];
  return l10n.t('{0}: {1} ({2})', dossier, findings(total), levels.filter(Boolean).join(', '));
}

const findings = (count: number): string => (count === 1 ? l10n.t('1 finding') : l10n.t('{0} findings', count));

async function fix(client: BaseLanguageClient, node: Node | undefined): Promise<void> {
  const places = node?.kind === 'place' ? [node.of] : node?.kind === 'rule' ? node.of.places : [];
  const place = places.find((p) => p.fix);
  if (!place?.fix) return;
  await openPlace(place);
  const { applied } = await request(client, 'dce-lint/fix', { uri: place.uri, finding: place.fix.finding });
  if (!applied) void window.showWarningMessage(l10n.t('Nothing was changed: the text has changed since it was read.'));
}

async function explain(node: Node | undefined): Promise<void> {
  if (node?.kind === 'rule') await commands.executeCommand('dce-lint.explain', node.of.rule);
}

class ConformiteTree implements TreeDataProvider<Node> {
  conformite: Conformite | null = null;
  private readonly changed = new EventEmitter<undefined>();
  readonly onDidChangeTreeData = this.changed.event;

  show(conformite: Conformite | null): void {
    if (JSON.stringify(conformite) === JSON.stringify(this.conformite)) return;
    this.conformite = conformite;
    this.changed.fire(undefined);
  }

  getChildren(node?: Node): Node[] {
    switch (node?.kind) {
      case undefined:
        return (this.conformite?.chapitres ?? []).map((of) => ({ kind: 'chapitre', of }));
      case 'chapitre':
        return node.of.parties.map((of) => ({ kind: 'partie', of }));
      case 'partie':
        return inPartie(node.of);
      case 'silent':
        return node.of.map((of) => ({ kind: 'rule', of, partie: node.partie }));
      case 'rule':
        return node.of.places.length > 1 ? node.of.places.map((of) => ({ kind: 'place', of })) : [];
      case 'place':
        return [];
    }
  }

  getTreeItem(node: Node): TreeItem {
    switch (node.kind) {
      case 'chapitre':
        return groupItem(
          node.of,
          node.of.parties.flatMap((p) => p.rules),
        );
      case 'partie':
        return groupItem(node.of, node.of.rules);
      case 'silent':
        return silentItem(node);
      case 'rule':
        return ruleItem(node.of, node.partie);
      case 'place':
        return placeItem(node.of);
    }
  }
}

/** Rules that ask for something, each on its line; then the others, folded together by what their silence means. */
function inPartie({ code, rules }: ConformitePartie): Node[] {
  const asks = ({ etat }: ConformiteRule): boolean => etat === 'missing' || etat === 'ignored';
  const spoken = [...rules].filter(asks).sort((a, b) => rank(a) - rank(b));
  const told = spoken.map((of): Node => ({ kind: 'rule', of, partie: code }));
  const silent = silences()
    .map(({ label, has }): Node & { kind: 'silent' } => ({
      kind: 'silent',
      label,
      of: rules.filter((rule) => !asks(rule) && has(rule)),
      partie: code,
    }))
    .filter(({ of }) => of.length > 0);
  if (told.length > 0 || silent.length > 1) return [...told, ...silent];
  return rules.map((of) => ({ kind: 'rule', of, partie: code }));
}

const rank = ({ etat, places }: ConformiteRule): number =>
  etat === 'missing' ? Math.min(...places.map(({ level }) => Object.keys(LEVEL_ICONS).indexOf(level ?? ''))) : 9;

/** What the silence of rules means; a tick is for what was read alone. */
const silences = (): readonly { label: string; has: (rule: ConformiteRule) => boolean }[] => [
  { label: l10n.t('Without remark'), has: ({ etat, seen }) => etat === 'met' && seen },
  { label: l10n.t('Nothing found'), has: ({ etat, seen }) => etat === 'met' && !seen },
  { label: l10n.t('Not applicable'), has: ({ etat }) => etat === 'not-applicable' },
  { label: l10n.t('Not verified'), has: ({ etat }) => etat === 'unchecked' },
];

/** A part with its findings, or else what it comes to. Open, the first time, where there are findings. */
function groupItem({ code, title }: { code: string; title: string }, rules: readonly ConformiteRule[]): TreeItem {
  const count = rules.reduce((sum, { places }) => sum + places.filter((p) => p.level).length, 0);
  const { Expanded, Collapsed } = TreeItemCollapsibleState;
  const name = /^[IVX]|^annex|^Note/.test(code) ? `${code}. ${title}` : title;
  const item = new TreeItem(name, count > 0 ? Expanded : Collapsed);
  item.id = `${code} ${title}`;
  item.description = count > 0 ? findings(count) : restOf(rules);
  item.accessibilityInformation = { label: `${name}, ${item.description}` };
  return item;
}

function restOf(rules: readonly ConformiteRule[]): string {
  const [most] = silences().filter(({ has }) => rules.some(has));
  return (most?.label ?? l10n.t('Ignored')).toLowerCase();
}

function silentItem({ of, label, partie }: Node & { kind: 'silent' }): TreeItem {
  const item = new TreeItem(l10n.t('{0}: {1}', label, of.length), TreeItemCollapsibleState.Collapsed);
  item.id = `${partie} ${label}`;
  item.iconPath = of[0] && iconOf(of[0]);
  return item;
}

const ICONS: Record<ConformiteEtat, ThemeIcon> = {
  missing: new ThemeIcon('warning', new ThemeColor('problemsWarningIcon.foreground')),
  ignored: new ThemeIcon('eye-closed'),
  met: new ThemeIcon('pass', new ThemeColor('testing.iconPassed')),
  'not-applicable': new ThemeIcon('circle-slash', new ThemeColor('disabledForeground')),
  unchecked: new ThemeIcon('question', new ThemeColor('disabledForeground')),
};

const iconOf = ({ etat, seen }: ConformiteRule): ThemeIcon =>
  etat === 'met' && !seen ? new ThemeIcon('circle-large-outline', new ThemeColor('disabledForeground')) : ICONS[etat];

const LEVEL_ICONS: Record<NonNullable<ConformitePlace['level']>, ThemeIcon> = {
  error: new ThemeIcon('error', new ThemeColor('problemsErrorIcon.foreground')),
  warning: ICONS.missing,
  info: new ThemeIcon('info', new ThemeColor('problemsInfoIcon.foreground')),
};

function ruleItem(rule: ConformiteRule, partie: string): TreeItem {
  const { Collapsed, None } = TreeItemCollapsibleState;
  const [place, ...others] = rule.places;
  const item = new TreeItem(rule.title, others.length > 0 ? Collapsed : None);
  item.id = `${partie} ${rule.rule}`;
  item.description = others.length > 0 ? String(rule.places.length) : rule.label;
  item.iconPath = (place?.level && LEVEL_ICONS[place.level]) ?? iconOf(rule);
  item.tooltip = tooltip(rule);
  item.contextValue = rule.places.some((p) => p.fix) ? 'rule fixable' : 'rule';
  item.accessibilityInformation = { label: `${rule.title}, ${rule.label}. ${rule.detail}` };
  item.command = place
    ? { title: l10n.t('Go to the place'), command: 'dce-lint.openPlace', arguments: [place] }
    : { title: l10n.t('Explain'), command: 'dce-lint.explain', arguments: [rule.rule] };
  return item;
}

function tooltip({ title, label, detail, page, places, rule }: ConformiteRule): MarkdownString {
  const text = new MarkdownString();
  text.appendText(`${l10n.t('{0}: {1}', title, label)}.\n\n${detail}\n\n`);
  const fixTitle = places.find((p) => p.fix)?.fix?.title;
  if (fixTitle) text.appendText(`${fixTitle}.\n\n`);
  return text.appendText(page === undefined ? rule : `${l10n.t('Guide, page {0}', page)} · ${rule}`);
}

function placeItem(place: ConformitePlace): TreeItem {
  // The place first: the findings of one rule begin alike.
  const where = l10n.t('{0}, line {1}', place.file, place.range.start.line + 1);
  const item = new TreeItem(where, TreeItemCollapsibleState.None);
  item.description = place.message;
  item.tooltip = place.message;
  item.iconPath = place.level ? LEVEL_ICONS[place.level] : ICONS.ignored;
  item.contextValue = place.fix ? 'place fixable' : 'place';
  item.accessibilityInformation = { label: l10n.t('{0}: {1}', where, place.message) };
  item.command = { title: l10n.t('Go to the place'), command: 'dce-lint.openPlace', arguments: [place] };
  return item;
}
