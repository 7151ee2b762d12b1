import type { SectionInput } from './section-schema.ts';

/** The sections of a config that has none: those that LinuxKit's reports had in 2017. */
export const defaultSections: SectionInput[] = [
  {
    title: 'Core',
    claims: 3,
    labels: ['area/cli', 'area/core'],
    titles: ['^(cmd|cli|linuxkit|moby)[:/]'],
    paths: ['src/**', 'cmd/**', 'linuxkit.yml'],
  },
  {
    title: 'Kernel',
    claims: 1,
    labels: ['area/kernel'],
    titles: ['^kernels?[:/]'],
    paths: ['kernel/**'],
  },
  {
    title: 'Packages',
    claims: 2,
    labels: ['area/packages'],
    titles: ['^(pkg|packages?)[:/]'],
    paths: ['pkg/**', 'base/**', 'tools/**', 'alpine/**'],
  },
  {
    title: 'Testing',
    claims: 4,
    labels: ['area/testing', 'area/ci'],
    titles: ['^(tests?|ci)[:/]'],
    paths: ['test/**', 'Makefile', '.circleci/**', 'Jenkinsfile'],
  },
];
