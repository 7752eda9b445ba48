#include "learn/elementwise.hpp"

#include <algorithm>
#include <bit>
#include <cstdint>

namespace demarche::learn {
namespace {

#if defined(__x86_64__)
#define DEMARCHE_AVX2 [[gnu::target("avx2")]]
bool has_avx2() {
    static const bool has = __builtin_cpu_supports("avx2") != 0;
    return has;
}
#endif

// e^x = 2^n e^r with n the integer next to x / ln 2 and |r| <= ln 2 / 2; e^r by its Taylor
// polynomial of degree 6, whose rest is below 2e-7 there.
[[gnu::always_inline]] inline float exponential_of(float x) {
    x = std::min(std::max(x, -87.0F), 88.0F);
    constexpr float round = 0x1.8p23F;  // adding and taking it away rounds to an integer
    const float n = (x * 1.44269504F + round) - round;
    const float r = (x - n * 0.693359375F) + n * 2.12194440e-4F;  // ln 2 in two parts
    float p = 1.0F / 720;
    p = p * r + 1.0F / 120;
    p = p * r + 1.0F / 24;
    p = p * r + 1.0F / 6;
    p = p * r + 0.5F;
    p = p * r + 1.0F;
    p = p * r + 1.0F;
    const auto exponent = static_cast<std::uint32_t>(static_cast<std::int32_t>(n) + 127) << 23U;
    return p * std::bit_cast<float>(exponent);
}

[[gnu::always_inline]] inline float sigmoid_of(float x) {
    return 1.0F / (1.0F + exponential_of(-x));
}

[[gnu::always_inline]] inline float tangent_of(float x) {
    return 2.0F * sigmoid_of(2.0F * x) - 1.0F;
}

template <float (*Function)(float)>
[[gnu::always_inline]] inline void apply(float* x, std::size_t n) {
    for (std::size_t i = 0; i < n; ++i) x[i] = Function(x[i]);
}

// The same loops twice: for the plain x86-64 that every machine has, and eight numbers wide.
void exponential_plain(float* x, std::size_t n) { apply<exponential_of>(x, n); }
void sigmoid_plain(float* x, std::size_t n) { apply<sigmoid_of>(x, n); }
void tangent_plain(float* x, std::size_t n) { apply<tangent_of>(x, n); }

#if defined(__x86_64__)
DEMARCHE_AVX2 void exponential_wide(float* x, std::size_t n) { apply<exponential_of>(x, n); }
DEMARCHE_AVX2 void sigmoid_wide(float* x, std::size_t n) { apply<sigmoid_of>(x, n); }
DEMARCHE_AVX2 void tangent_wide(float* x, std::size_t n) { apply<tangent_of>(x, n); }
#endif

}  // namespace

#if defined(__x86_64__)
void exponential(float* x, std::size_t n) {
    has_avx2() ? exponential_wide(x, n) : exponential_plain(x, n);
}
void sigmoid(float* x, std::size_t n) { has_avx2() ? sigmoid_wide(x, n) : sigmoid_plain(x, n); }
void hyperbolic_tangent(float* x, std::size_t n) {
    has_avx2() ? tangent_wide(x, n) : tangent_plain(x, n);
}
#else
void exponential(float* x, std::size_t n) { exponential_plain(x, n); }
void sigmoid(float* x, std::size_t n) { sigmoid_plain(x, n); }
void hyperbolic_tangent(float* x, std::size_t n) { tangent_plain(x, n); }
#endif

void softmax(float* x, std::size_t n) {
    if (n == 0) return;
    const float largest = *std::max_element(x, x + n);
    for (std::size_t i = 0; i < n; ++i) x[i] -= largest;
    exponential(x, n);
    float sum = 0;
    for (std::size_t i = 0; i < n; ++i) sum += x[i];
    for (std::size_t i = 0; i < n; ++i) x[i] /= sum;
}

void add_bias(ConstView bias, View x) {
    for (std::size_t c = 0; c < x.cols; ++c) {
        float* column = x.column(c);
        for (std::size_t r = 0; r < x.rows; ++r) column[r] += bias.data[r];
    }
}

std::size_t arg_max(const float* x, std::size_t n) {
    return static_cast<std::size_t>(std::max_element(x, x + n) - x);
}

void drop_out(Matrix& x, Matrix& mask, float rate, Random& random) {
    mask.clear(x.rows, x.cols);
    const float kept = 1.0F / (1.0F - rate);
    const auto threshold = static_cast<std::uint64_t>(rate * 65536.0F);
    std::uint64_t bits = 0;
    for (std::size_t i = 0; i < x.values.size(); ++i) {
        if (i % 4 == 0) bits = random.bits();
        mask.values[i] = (bits & 0xFFFFU) < threshold ? 0.0F : kept;
        bits >>= 16U;
        x.values[i] *= mask.values[i];
    }
}

}  // namespace demarche::learn
