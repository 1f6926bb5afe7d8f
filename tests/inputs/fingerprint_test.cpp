#include "burden/inputs/fingerprint.hpp"

#include "support/catch.hpp"

using namespace burden;

TEST_CASE("fingerprints are those of the standard's examples", "[inputs][fingerprint]") {
    // FIPS 180-4 examples, published with the standard by NIST: SHA256.pdf, and the empty message.
    CHECK(inputs::sha256_of("abc") == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    CHECK(inputs::sha256_of("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq") ==
          "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
    CHECK(inputs::sha256_of("") == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
    CHECK(inputs::sha256_of(std::string(1'000'000, 'a')) ==
          "cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0");
}

TEST_CASE("a byte that is zero counts in a fingerprint", "[inputs][fingerprint]") {
    CHECK(inputs::sha256_of(std::string_view("a\0b", 3)) != inputs::sha256_of("a"));
}
