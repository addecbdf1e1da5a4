// Package world makes synthetic worlds of any size for tests: a cast of
// invented officials who move between offices, the meetings they hold, and news
// articles as text that tell of them, with the truth of who each name means.
package world
