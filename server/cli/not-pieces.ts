/** Folder of the cache in the working directory. */
export const CACHE = '.dce-lint-cache';

const COMMON = /^(?:readme|lisez-?moi|changelog|licen[cs]e|contributing|security)\b/i;

/** A name that nobody takes for a piece's. */
export const isCommon = (name: string): boolean => COMMON.test(name);
