/**
 * A dossier of about 20,000 claims from a vault in clear, through the command line. Figures: `build_s`
 * by the clock and `build_cpu_s` of processor time, from the start of the process to its end; `rss_mb` its peak memory;
 * `dossier_claims`, `dossier_files`.
 */
import type { PublishPart } from '../publish.ts';
import { largeDossier } from './large-dossier.ts';

export const buildPart: PublishPart = async ({ articles, folder }) => {
  const large = await largeDossier(folder, articles);
  const { claims, propositions, files, buildSeconds, cpuSeconds, peakMb } = large;
  console.log(
    `${articles} invented reports with ${claims} claims on ${propositions} propositions, in a vault in clear; onrecord dossier in a process of its own, reading the vault included.`,
  );
  console.log(
    `  ${files} files in ${buildSeconds.toFixed(1)} s (${cpuSeconds.toFixed(1)} s of processor time), ${peakMb.toFixed(0)} MB at most.`,
  );
  return {
    dossier_claims: claims,
    dossier_files: files,
    build_s: Number(buildSeconds.toFixed(1)),
    build_cpu_s: Number(cpuSeconds.toFixed(1)),
    rss_mb: Math.round(peakMb),
  };
};
