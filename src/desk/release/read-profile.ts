/** The door through which a command reads a profile. */
export { type ReleaseProfile, releaseProfile } from '../../record/release/release-profile.ts';
