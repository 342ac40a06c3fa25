// What stands between clusters: blanks of marks, Han–Latin gaps, word spaces, tracking; and what each gives or takes
// (S1, S5, M1, M2, J1, J2). Must not know lines.
#pragma once

#include "text/paragraph_impl.h"

namespace zheye::text {

/// Needs clusters with bodies, blanks and units. Fills the gaps.
void set_gaps(Paragraph::Impl&);
/// The running sums over clusters and gaps.
void sum_gaps(Paragraph::Impl&);

}  // namespace zheye::text
